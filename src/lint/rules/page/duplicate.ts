import type { Raw } from '../../../load/raw.ts'
import { brief } from '../../../model/brief.ts'
import { type Problem, textRule } from '../../rule.ts'
import { type Claim, sharing } from '../../sharing.ts'

export const duplicate = textRule({
  id: 'page/duplicate',
  severity: 'error',
  summary: 'two pages with the same id',
  why: 'Cards name the pages that cite them by their ids. Of two with one id only the first counts, and title and link of the second are lost without a word.',
  examples: {
    bad: [
      {
        files: {
          'aB3dE5gH7j.yaml': '',
          'pages.yaml': '- id: scaling\n  title: Scaling laws\n- id: scaling\n  title: Scaling up\n',
        },
      },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': '',
          'pages.yaml': '- id: scaling-laws\n  title: Scaling laws\n- id: scaling-up\n  title: Scaling up\n',
        },
      },
    ],
  },
  // Of the pages that were read, the second of two with one id is missing.
  check: ({ kind, value }) => (kind === 'pages' && Array.isArray(value) ? problemsOf(value) : []),
})

function* problemsOf(pages: readonly Raw[]): Iterable<Problem> {
  for (const { claim, others } of sharing(claimsOf(pages)))
    yield {
      message: `The id \`${brief(claim.key)}\` is also that of ${others.map(({ entry }) => entry.called).join(', ')}.`,
      help: 'Merge the two, or give one of them another id.',
      pointer: claim.pointer,
      related: others.map(({ pointer }) => ({ file: 'pages.yaml', pointer })),
    }
}

interface NamedPage {
  readonly called: string
}

function claimsOf(pages: readonly Raw[]): Claim<NamedPage>[] {
  return pages.flatMap((page, i) => {
    if (typeof page !== 'object' || page === null || Array.isArray(page)) return []
    const { id, title } = page
    if (typeof id !== 'string' || id === '') return []
    const called = typeof title === 'string' ? brief(title) : `page ${i + 1}`
    return [{ key: id, pointer: [i, 'id'], entry: { called } }]
  })
}
