import { counted } from '../model/count-text.ts'
import { firstOf } from '../model/first-of.ts'
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

/** So many findings are told beside a selection of cards. */
const TOLD = 20

/**
 * What to tell, beside a selection of cards, of the files that are wrong.
 * @returns complaints for files that hold no readable card (then the answer is incomplete: exit 1), and notes of all
 *   other errors
 */
export async function fileProblems({ library }: Context): Promise<{ complaints: string[]; notes: string[] }> {
  const unread = new Set(await library.unread())
  const errors = (await library.findings()).filter(({ severity }) => severity === 'error')
  const inUnread = errors.filter(({ file }) => unread.has(file)).map(findingLine(library.name))
  const inCards = errors.filter(({ file }) => !unread.has(file)).map(findingLine(library.name))
  return {
    complaints:
      unread.size === 0
        ? []
        : [
            ...someOf(inUnread),
            `${counted(unread.size, 'file')} could not be read; everything else is served.`,
          ],
    notes: someOf(inCards),
  }
}

function someOf(lines: readonly string[]): string[] {
  return firstOf(lines, TOLD, more => `… and ${counted(more, 'more error')}.`)
}
