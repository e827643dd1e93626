import { brief } from '../../../model/brief.ts'
import { foldId } from '../../../model/stable-id.ts'
import { repeatsIn } from '../../repeats-in.ts'
import { cardRule, type Problem } from '../../rule.ts'

/** The lists of which no item says anything twice, and by what two items are one. */
const LISTS: readonly {
  readonly field: 'also_at' | 'cited_by' | 'aliases'
  readonly keyOf: (item: string) => string
}[] = [
  { field: 'also_at', keyOf: item => item },
  { field: 'cited_by', keyOf: item => item },
  { field: 'aliases', keyOf: foldId },
]

export const repeat = cardRule({
  id: 'schema/repeat',
  severity: 'warning',
  seesRetired: true,
  summary: 'a URL, citing page or alias that its list already has',
  why: 'It says nothing more, and is counted twice where items are counted.',
  fixes: 'safe',
  examples: {
    bad: [
      'cited_by: [goodfire, scaling, goodfire]\n',
      'aliases: [bC4eF6hI8k, BC4EF6HI8K]\n',
      'also_at:\n  - https://www.rand.org/a\n  - https://www.rand.org/a\n',
    ],
    good: ['cited_by: [goodfire, scaling]\naliases: [abcd, abce]\n'],
  },
  check({ fields, path }) {
    const problems: Problem[] = []
    for (const { field, keyOf } of LISTS) {
      const items = fields[field]
      if (items === undefined || items.length < 2) continue
      for (const { index, first } of repeatsIn(items, keyOf))
        problems.push(problem(field, items[index] ?? '', index, first, path))
    }
    return problems
  },
})

function problem(field: string, item: string, index: number, first: number, file: string): Problem {
  return {
    message: `\`${field}\` already has \`${brief(item)}\`.`,
    help: 'Remove one of the two.',
    pointer: [field, index],
    related: [{ file, pointer: [field, first] }],
    fix: { title: 'Remove the second', safe: true, changes: [{ kind: 'unset', pointer: [field, index] }] },
  }
}
