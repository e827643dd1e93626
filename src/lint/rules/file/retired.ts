import { type Card, isRetiredPath } from '../../../model/card.ts'
import { cardRule, type Problem } from '../../rule.ts'

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
  check(card) {
    const isBelow = isRetiredPath(card.path)
    return isBelow === (card.fields.retired !== undefined) ? [] : problemsOf(card, isBelow)
  },
})

function problemsOf({ findings }: Card, isBelow: boolean): Problem[] {
  if (!isBelow)
    return [
      {
        message: 'The card has a `retired` block, but is not below `retired/`: it counts as in use.',
        help: 'Move the file to `retired/`, or remove the block.',
        pointer: ['retired'],
        at: 'key',
      },
    ]
  // A block that is wrong is told as such.
  if (findings.some(({ pointer }) => /^\/retired(?:\/|$)/.test(pointer))) return []
  return [
    {
      message: 'The card is below `retired/`, but has no `retired` block.',
      help: 'Say under `retired` when and why it was given up, or move the file out.',
      pointer: ['id'],
    },
  ]
}
