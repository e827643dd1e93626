import { cardRule } from '../../rule.ts'

export const retired = cardRule({
  id: 'file/retired',
  severity: 'warning',
  seesRetired: true,
  summary: 'a card below `retired/` without a `retired` block, or one elsewhere that has it',
  why: 'Where its file is decides whether a card is in use. A card that says it was given up is still found and cited outside of `retired/`, and one in there that does not say why leaves those who look for it in the dark.',
  examples: {
    bad: [
      'retired:\n  date: "2026-01-01"\n  reason: The page is gone.\n',
      { files: { 'retired/aB3dE5gH7j.yaml': '' } },
    ],
    good: [
      {
        files: {
          'retired/aB3dE5gH7j.yaml': 'retired:\n  date: "2026-01-01"\n  reason: The page is gone.\n',
        },
      },
      { files: { 'old/retired/aB3dE5gH7j.yaml': '' } },
    ],
  },
  *check({ path, fields, findings }) {
    const isBelow = path.startsWith('retired/')
    // A block that is wrong is told as such.
    const isWrong = findings.some(({ pointer }) => /^\/retired(?:\/|$)/.test(pointer))
    if (isBelow && fields.retired === undefined && !isWrong)
      yield {
        message: 'The card is below `retired/`, but has no `retired` block.',
        help: 'Say under `retired` when and why it was given up, or move the file out.',
        pointer: ['id'],
      }
    if (!isBelow && fields.retired !== undefined)
      yield {
        message: 'The card has a `retired` block, but is not below `retired/`: it counts as in use.',
        help: 'Move the file to `retired/`, or remove the block.',
        pointer: ['retired'],
        at: 'key',
      }
  },
})
