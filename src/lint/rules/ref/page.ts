import { nearest } from '../../../model/nearest.ts'
import type { LintContext } from '../../lint-context.ts'
import { cardRule } from '../../rule.ts'
import { isComplete, missingHelp } from './missing-entry.ts'

export const page = cardRule({
  id: 'ref/page',
  severity: 'warning',
  summary: 'a citing page that pages.yaml does not have',
  why: 'The page is shown by its id alone, without title and link: mostly the id is misspelt, or the page is gone. While pages.yaml has less than half of the pages that cards name, only ids that look misspelt are reported.',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'cited_by: [goodfire, goodfir]\n',
          'pages.yaml': '- id: goodfire\n  title: Goodfire\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': 'cited_by: [goodfire]\n',
          'pages.yaml': '- id: goodfire\n  title: Goodfire\n',
        },
      },
      'cited_by: [goodfire]\n',
    ],
  },
  *check({ fields }, context) {
    const { pages } = context
    const cited = fields.cited_by ?? []
    if (pages === undefined || cited.length === 0 || !isComplete('pages.yaml', pages.length, context)) return
    const { ids, has, isKept } = knownPages(context)
    for (const [i, id] of cited.entries())
      if (!has(id) && (isKept || nearest(id, ids, 1).length > 0))
        yield {
          message: `There is no page \`${id}\`.`,
          help: missingHelp(id, ids, 'pages.yaml'),
          pointer: ['cited_by', i],
        }
  },
})

interface KnownPages {
  readonly ids: readonly string[]
  has(id: string): boolean
  /** Whether pages.yaml is meant to have all pages: it has at least half of those that cards name. */
  readonly isKept: boolean
}

const KNOWN = new WeakMap<LintContext, KnownPages>()

/** Collected once for all cards. */
function knownPages(context: LintContext): KnownPages {
  const known = KNOWN.get(context) ?? collectPages(context)
  KNOWN.set(context, known)
  return known
}

function collectPages({ cards, pages = [] }: LintContext): KnownPages {
  const ids = new Set(pages.map(({ id }) => id))
  const cited = new Set(cards.flatMap(({ fields }) => fields.cited_by ?? []))
  const found = [...cited].filter(id => ids.has(id)).length
  return { ids: [...ids], has: id => ids.has(id), isKept: 2 * found >= cited.size }
}
