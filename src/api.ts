/**
 * `import { openLibrary, query, lint, exportCards } from 'source-cards'`: libraries of source cards from a program.
 * These are the functions that the command line calls. They write nothing, keep nothing between calls, and look at
 * nothing of the process but its working directory; any number of libraries can be open at once. What cannot be done
 * throws a `CardsError`; what is wrong in the files of a library never throws: it is a `Finding`.
 */
import { resolve } from 'node:path'
import type { Export, ExportOptions } from './export/export-cards.ts'
import type { FormatFacts } from './export/format-facts.ts'
import type { LintReportOptions } from './lint/lint-report-options.ts'
import type { LintReport } from './lint/report-json.ts'
import { openLibrary as openDirectory } from './load/open-library.ts'
import type { OpenLibrary } from './load/opened-library.ts'
import { requireDirectory } from './load/settings.ts'
import type { Card } from './model/card.ts'
import { type CardJson, cardJson as jsonOf } from './model/card-json.ts'
import { isDay } from './model/date.ts'
import { CardsError } from './model/errors.ts'
import type { Library } from './model/library.ts'
import { parseQuery } from './query/parse-query.ts'
import { selectCards } from './query/select-cards.ts'

export type { Export, ExportOptions } from './export/export-cards.ts'
export type { CardField, ExportedFile, FormatFacts, FormatKind, Keeps } from './export/format-facts.ts'
export type { Loss } from './export/loss.ts'
export type { LintReportOptions as LintOptions } from './lint/lint-report-options.ts'
export type { FindingJson, FixJson, LintReport, LintSummary, PlaceJson } from './lint/report-json.ts'
export type { OpenLibrary } from './load/opened-library.ts'
export type { Settings } from './load/settings.ts'
export type { AuthorName } from './model/author.ts'
export type { Author, Card, CardFields, CardType, KnownFields, Page, Venue } from './model/card.ts'
export type { CardJson, CitingPage, Registries } from './model/card-json.ts'
export type { EffectiveCredibility, VenueIndex } from './model/credibility.ts'
export { CardsError, type ErrorCode } from './model/errors.ts'
export type { Edit, Finding, Fix, Place, Severity } from './model/finding.ts'
export type { Candidate, Library, LibraryFile, Lookup, Preview } from './model/library.ts'
export type { Position, Range } from './model/place.ts'

/** Where a library is. */
export interface OpenOptions {
  /** The directory that paths start from; the working directory of the process when left out. */
  readonly cwd?: string | undefined
  /**
   * The library's directory; when left out, the one that the config names, else a `cards/` folder in `cwd` or the
   * nearest above it. The environment variable `CARDS_DIR` is not looked at.
   */
  readonly dir?: string | undefined
  /** The config file; when left out, `cards.config.yaml` in `dir` or `cwd`, or the nearest above it. */
  readonly config?: string | undefined
}

/**
 * Opens a library. Its config is read at once, its files when they are first asked for, and only once: to see what
 * has changed on disk since, open it again.
 *
 * The library that you get finds a card by anything that names it (`library.find('doi:10.1000/182')`), and gives its
 * cards, retired cards, venues and pages, and what is wrong with its files (`library.findings()`,
 * `library.unread()`).
 * @throws CardsError `no-library` when there is none, `config` when its config is missing or wrong
 */
export async function openLibrary(options: OpenOptions = {}): Promise<OpenLibrary> {
  requireKind('object', options, 'The place of a library', "{ dir: 'cards' }")
  const { cwd, dir, config } = options
  for (const [name, path] of Object.entries({ cwd, dir, config }))
    if (path !== undefined) requireKind('string', path, `The path \`${name}\``, `{ ${name}: 'sources' }`)
  const library = await openDirectory({ cwd: resolve(cwd ?? ''), dir, config })
  requireDirectory(library.settings)
  return library
}

/** In which order cards are wanted, and how many. */
export interface QueryOptions {
  /** Keys to sort by, the first first, a minus for descending: `-published,title`. By ID when left out. */
  readonly sort?: string | undefined
  /** No more than this many; all when left out. */
  readonly limit?: number | undefined
}

/**
 * The cards in use that a query matches: what `cards list` shows. Files that hold no readable card are left out:
 * `library.unread()` names them.
 * @param text in the language of `cards list`, such as `type:paper credibility:4..`, saved filters (`@name`)
 *   included; all cards when it is left out or empty
 * @throws CardsError `usage` for a query that makes no sense, with the place of the mistake, and for a key that cards
 *   cannot be sorted by
 */
export async function query(
  library: OpenLibrary,
  text = '',
  { sort, limit }: QueryOptions = {},
): Promise<Card[]> {
  requireKind('string', text, 'A query', "'type:paper'")
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0))
    throw new CardsError('usage', `A limit is a whole number, zero or more, not ${limit}.`)
  const { filters, extra } = library.settings
  const { cards } = await selectCards(library, parseQuery(text, { filters, extra }), { sort })
  return cards.slice(0, limit)
}

/**
 * A card in the JSON shape that every command prints and `schemas/output-card.schema.json` describes: names of
 * authors in their parts, citing pages with what `pages.yaml` says of them, and what is derived (`resource_id`,
 * `effective_credibility`, `path`). What is absent is absent, never null.
 * @param library the one that the card is from
 */
export async function cardJson(library: Library, card: Card): Promise<CardJson> {
  return jsonOf(card, { venues: await library.venues(), pages: await library.pages() })
}

/**
 * Lints a whole library as `cards lint` does, by its own config, comments and baseline: the findings are those that
 * `cards lint --format json` prints, whose `version` alone is not here. The files are read as they are now, not as they were when the library was opened.
 * @throws CardsError `usage` for a rule, severity or day that there is not, `config` when the library's config says of
 *   lint what makes no sense, `io` for a baseline that cannot be read
 */
export async function lint(
  library: OpenLibrary,
  { today = new Date().toISOString().slice(0, 10), rules = {} }: LintReportOptions = {},
): Promise<LintReport> {
  if (!isDay(today))
    throw new CardsError('usage', `\`${today}\` is not a day.`, 'For example: today: "2026-02-06"')
  requireKind('object', rules, 'What rules are set to', "{ 'text/summary': 'off' }")
  // Who lists cards needs no rules, and who exports none need no formats.
  const { lintReport } = await import('./lint/lint-report.ts')
  return lintReport(library, { today, rules })
}

/**
 * Cards as text of some format, as `cards export` writes it.
 *
 * The text comes in chunks, each made when it is asked for, so that it can be written out as it comes;
 * `[...exported.text].join('')` is the whole. `exported.losses()` then tells what the format could not carry.
 * @param library the one that the cards are from
 * @throws CardsError `usage` for a format, key or field that there is not, or that the format has no use for
 */
export async function exportCards(library: Library, options: ExportOptions): Promise<Export> {
  requireKind('object', options, 'What is to be exported', "{ format: 'bibtex' }")
  requireKind('string', options.format, 'A format', "'bibtex'")
  const { exportCards: write } = await import('./export/export-cards.ts')
  return write(library, options)
}

/** The formats that `exportCards` writes: what each is for, which fields it keeps, and what one can choose. */
export async function formats(): Promise<readonly FormatFacts[]> {
  const known = await import('./export/formats-known.ts')
  return known.formats()
}

/** Refuses what a program without types may give: it would be misread, or fail far from here. */
function requireKind(kind: 'string' | 'object', value: unknown, what: string, example: string): void {
  if (typeof value === kind && value !== null && !Array.isArray(value)) return
  const named = { string: 'text', object: 'an object' }[kind]
  throw new CardsError('usage', `${what} is ${named}, not ${String(value)}.`, `For example: ${example}`)
}
