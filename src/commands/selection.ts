import type { Card } from '../model/card.ts'
import type { QueryContext } from '../query/field-kinds.ts'
import { parseQuery } from '../query/parse-query.ts'
import { allOf, type Query } from '../query/query.ts'
import { termsFrom } from '../query/terms-from.ts'
import type { Context } from './command.ts'
import { text, texts, type Values } from './option.ts'
import { findingLine } from './references.ts'

/** The filters that `list` and `search` take as options; a query can say the same. */
export const filterOptions = {
  type: texts('-t, --type <type>', 'of this type; several: any of them'),
  tag: texts('--tag <tag>', 'with this tag; several: any of them'),
  author: texts('--author <name>', 'by this author; several: any of them', { splits: false }),
  venue: texts('--venue <id>', 'from this venue; several: any of them'),
  citedBy: texts('--cited-by <page>', 'cited by this page; several: any of them'),
  credibility: text('--credibility <rating>', 'with this rating or range of ratings, such as 3..'),
  from: text('--from <date>', 'published on this date or later'),
  to: text('--to <date>', 'published on this date or earlier'),
}

/** The query of a command line: its terms and its filter options, all of which must hold. */
export function queryOf(
  context: Context,
  args: readonly string[],
  filters: Values<typeof filterOptions>,
): Query {
  const { credibility, from, to, ...others } = filters
  const query = parseQuery(args.join(' '), {
    filters: context.settings.filters,
    extra: context.settings.extra,
  })
  const flags = {
    ...others,
    ...(credibility === undefined ? {} : { credibility }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  return allOf([query, ...termsFrom(flags)])
}

/** All cards of the library, and what a query draws on besides. */
export async function allCards({ library }: Context): Promise<{ cards: Card[]; context: QueryContext }> {
  const cards: Card[] = []
  for await (const card of library.cards()) cards.push(card)
  return { cards, context: { venues: await library.venues() } }
}

/**
 * What to tell, beside a selection of cards, of the files that were not read or not wholly.
 * @returns complaints for files that hold no readable card (then the answer is incomplete: exit 1), and notes
 */
export async function fileProblems({ library }: Context): Promise<{ complaints: string[]; notes: string[] }> {
  const unread = new Set(await library.unread())
  const findings = await library.findings()
  const lines = findings.filter(({ file }) => unread.has(file)).map(findingLine(library.name))
  const flawed = new Set(
    findings
      .filter(({ file, severity }) => severity === 'error' && !unread.has(file))
      .map(({ file }) => file),
  )
  const some = [...flawed].slice(0, 3).join(', ')
  const more = flawed.size > 3 ? ' and others' : ''
  return {
    complaints:
      lines.length === 0
        ? []
        : [...lines, `${counted(unread.size, 'file')} could not be read; everything else is served.`],
    notes:
      flawed.size === 0 ? [] : [`${counted(flawed.size, 'file has', 'files have')} errors: ${some}${more}.`],
  }
}

/** A number with its noun, as people write it: `1 card`, `1,046 cards`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`
}

/** A whole number with commas between its thousands, in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
