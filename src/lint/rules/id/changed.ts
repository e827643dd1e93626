import { libraryRule } from '../../rule.ts'
import { knownIds } from './known-ids.ts'

export const changed = libraryRule({
  id: 'id/changed',
  severity: 'error',
  summary: 'a card whose ID is another one than at the revision of `--since`',
  why: 'Pages refer to cards by their IDs, forever. A card that gets another one must still be found by the old one.',
  examples: {
    bad: [
      {
        files: { 'aB3dE5gH7j.yaml': '' },
        before: { 'aB3dE5gH7j.yaml': 'id: cD5fG7iJ9l\n' },
      },
    ],
    good: [
      {
        files: { 'aB3dE5gH7j.yaml': 'aliases: [cD5fG7iJ9l]\n' },
        before: { 'aB3dE5gH7j.yaml': 'id: cD5fG7iJ9l\n' },
      },
      { files: { 'aB3dE5gH7j.yaml': '' }, before: { 'aB3dE5gH7j.yaml': 'id: aB3dE5gH7j\n' } },
    ],
  },
  // What the earlier cards have to do with the present ones is looked up for them.
  link() {},
  *check(context) {
    const { cards, retired, earlier = [] } = context
    if (earlier.length === 0) return
    const isKnown = knownIds(context)
    const byPath = new Map([...cards, ...retired].map(card => [card.path, card]))
    for (const { id, path } of earlier) {
      const card = byPath.get(path)
      if (card === undefined || isKnown(id)) continue
      yield {
        message: `The card had the ID \`${id}\`, which nothing leads to any more.`,
        help: `Give it back, or add \`${id}\` to the \`aliases\`.`,
        file: path,
        pointer: ['id'],
      }
    }
  },
})
