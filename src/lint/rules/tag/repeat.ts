import { repeatsIn } from '../../repeats-in.ts'
import { cardRule } from '../../rule.ts'

export const repeat = cardRule({
  id: 'tag/repeat',
  severity: 'warning',
  summary: 'a tag that the card already has',
  why: 'It says nothing more, and is counted twice where tags are counted.',
  fixes: 'safe',
  examples: {
    bad: ['tags:\n  - alignment\n  - x-risk\n  - alignment\n'],
    good: ['tags:\n  - alignment\n  - x-risk\n'],
  },
  *check({ fields, path }) {
    const { tags = [] } = fields
    for (const { index, first } of repeatsIn(tags, tag => tag))
      yield {
        message: `The card already has the tag \`${tags[index]}\`.`,
        help: 'Remove one of the two.',
        pointer: ['tags', index],
        related: [{ file: path, pointer: ['tags', first] }],
        fix: {
          title: 'Remove the second',
          safe: true,
          changes: [{ kind: 'unset', pointer: ['tags', index] }],
        },
      }
  },
})
