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
  check({ fields: { tags = [] }, path }) {
    return repeatsIn(tags, tag => tag).map(({ index, first }) => ({
      message: `The card already has the tag \`${tags[index]}\`.`,
      help: 'Remove one of the two.',
      pointer: ['tags', index],
      related: [{ file: path, pointer: ['tags', first] }],
      fix: {
        title: 'Remove the second',
        safe: true,
        changes: [{ kind: 'unset' as const, pointer: ['tags', index] }],
      },
    }))
  },
})
