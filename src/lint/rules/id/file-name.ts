import { fileStem } from '../../../model/card.ts'
import { looksMinted } from '../../../model/looks-minted.ts'
import { foldId, isStableId } from '../../../model/stable-id.ts'
import { NAMES } from '../../links/link-names.ts'
import { libraryRule } from '../../rule.ts'

export const fileName = libraryRule({
  id: 'id/file-name',
  severity: 'warning',
  summary: 'a file that is named after another ID than that of its card',
  why: 'Whoever looks for the ID of the name opens the wrong card, and whoever looks for that of the card does not find its file.',
  examples: {
    bad: [
      { files: { 'aB3dE5gH7j.yaml': 'id: bC4eF6hI8k\n' } },
      { files: { 'ab3dE5gH7j.yaml': 'id: aB3dE5gH7j\n' } },
    ],
    good: [
      { files: { 'aB3dE5gH7j.yaml': '' } },
      { files: { 'attention.yaml': 'id: aB3dE5gH7j\n' } },
      { files: { 'benchmarks.yaml': 'id: aB3dE5gH7j\n' } },
    ],
  },
  link({ id, path }, links) {
    const name = fileStem(path)
    if (name === id) return
    if (looksMinted(name)) links.alone()
    else if (isStableId(name)) links.asks(NAMES, foldId(name))
  },
  *check({ cards, retired }) {
    const ids = new Set(cards.map(({ id }) => id))
    for (const { id, path } of [...cards, ...retired]) {
      const name = fileStem(path)
      if (name === id || !(looksMinted(name) || ids.has(name))) continue
      yield {
        file: path,
        message: `The file is named after the ID \`${name}\`, but its card has the ID \`${id}\`.`,
        help: `Name the file ${id}.yaml, unless the ID is wrong.`,
        pointer: ['id'],
      }
    }
  },
})
