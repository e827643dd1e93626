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
    const firstOf = new Map<string, number>()
    for (const [i, tag] of (fields.tags ?? []).entries()) {
      const first = firstOf.get(tag)
      if (first === undefined) firstOf.set(tag, i)
      else
        yield {
          message: `The card already has the tag \`${tag}\`.`,
          help: 'Remove one of the two.',
          pointer: ['tags', i],
          related: [{ file: path, pointer: ['tags', first] }],
          fix: {
            title: 'Remove the second',
            safe: true,
            changes: [{ kind: 'unset', pointer: ['tags', i] }],
          },
        }
    }
  },
})
