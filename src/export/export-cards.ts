import type { Card } from '../model/card.ts'
import { chunked } from '../model/chunks.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import type { Library } from '../model/library.ts'
import { listed } from '../model/listed.ts'
import { citationKeys } from './citation-key.ts'
import type { Exporter, ExportJob } from './exporter.ts'
import type { CardField, ExportedFile, FormatFacts } from './format-facts.ts'
import { exporterNamed, factsOf } from './formats-known.ts'
import { checkIndexName } from './index-name.ts'
import type { Loss } from './loss.ts'
import { LossLog } from './loss-log.ts'

/** What is to be written, and how. */
export interface ExportOptions {
  /** Name of the format. */
  readonly format: string
  /** Which cards, in which order; all in use, by their IDs, when left out. */
  readonly cards?: readonly Card[] | undefined
  /** How cards are named in citation formats: `id` (as when left out), `author-year-title` or `extra.NAME`. */
  readonly key?: string | undefined
  /** Which fields or columns, in which order, for formats that let one choose; all when left out. */
  readonly fields?: readonly string[] | undefined
  /** What the index is called in `files`, for formats that make a folder, such as `_index.md`; `index.md` when left out. */
  readonly index?: string | undefined
}

/** Cards as text of some format. */
export interface Export {
  readonly format: FormatFacts
  readonly cards: readonly Card[]
  /** The whole text in chunks, each made when it is asked for. To be gone through once. */
  readonly text: Iterable<string>
  /** The same as files of a folder, the same each time it is gone through; undefined for formats that make none. */
  readonly files: Iterable<ExportedFile> | undefined
  /** What the format could not carry. Complete once the text, or the files, have been gone through. */
  losses(): readonly Loss[]
}

/**
 * Writes cards in some format.
 * @throws CardsError `usage` for a format, key or field that there is not, or that the format has no use for
 */
export async function exportCards(library: Library, options: ExportOptions): Promise<Export> {
  const exporter = exporterNamed(options.format)
  checkChoice(exporter, options)
  const isAllNeeded = options.cards === undefined || exporter.hasKeys
  const all = isAllNeeded ? await listed(library.cards()) : []
  const cards = options.cards ?? all
  const losses = new LossLog()
  const { pages } = exporter
  let isUnkeptLogged = false
  const job: ExportJob = {
    registries: { venues: await library.venues(), pages: await library.pages() },
    keyOf: citationKeys(options.key ?? 'id', all),
    fields: options.fields,
    losses,
    index: options.index,
  }
  return {
    format: factsOf(exporter),
    cards,
    text: { [Symbol.iterator]: () => chunked(exporter.write(cards, job))[Symbol.iterator]() },
    files: pages && { [Symbol.iterator]: () => pages(cards, job)[Symbol.iterator]() },
    losses: () => {
      if (!isUnkeptLogged) for (const card of cards) logUnkept(card, exporter, job)
      isUnkeptLogged = true
      return losses.losses()
    },
  }
}

function checkChoice(
  { name, choice, hasKeys, pages, extension }: Exporter,
  { key, fields, index }: ExportOptions,
): void {
  if (key !== undefined && !hasKeys)
    throw new CardsError('usage', `There are no citation keys in ${name}, so that one cannot choose them.`)
  if (index !== undefined) {
    if (pages === undefined)
      throw new CardsError(
        'usage',
        `There is no index in ${name}, so that one cannot name it.`,
        'Leave it out.',
      )
    checkIndexName(index, extension)
  }
  if (fields === undefined) return
  if (!Array.isArray(fields) || fields.length === 0)
    throw new CardsError(
      'usage',
      'The fields to be written are a list with one at least.',
      'Without such a list all are written.',
    )
  if (choice === undefined)
    throw new CardsError(
      'usage',
      `The fields of ${name} are what they are: none can be chosen.`,
      'Leave them out.',
    )
  for (const field of fields) {
    if (choice.names.includes(field)) continue
    if (choice.kind === 'columns' && /^extra\.[^.]+$/.test(field)) continue
    const hint = didYouMean(String(field), choice.names, `There are ${choice.names.join(', ')}.`)
    throw new CardsError('usage', `There is no ${choice.kind.slice(0, -1)} \`${field}\` in ${name}.`, hint)
  }
}

/** Fields for which the format has no place; of a library's own each by its name. What was not chosen is no loss. */
function logUnkept(card: Card, { keeps }: Exporter, { fields, losses }: ExportJob): void {
  if (fields !== undefined) return
  for (const field in card.fields) {
    if (field === 'retired' || keeps[field as CardField] !== undefined) continue
    if (field !== 'extra') losses.drop(card, field)
    else for (const name in card.fields.extra) losses.drop(card, `extra.${name}`)
  }
}
