import { libraryRule } from '../../rule.ts'
import { knownIds } from './known-ids.ts'

export const removed = libraryRule({
  id: 'id/removed',
  severity: 'error',
  summary: 'a card of the revision of `--since` that is gone without being retired',
  why: 'Pages may still refer to it. A retired card stays, and says why it was given up and what to use instead.',
  examples: {
    bad: [
      {
        files: { 'aB3dE5gH7j.yaml': '' },
        before: { 'aB3dE5gH7j.yaml': 'id: aB3dE5gH7j\n', 'cD5fG7iJ9l.yaml': 'id: cD5fG7iJ9l\n' },
      },
    ],
    good: [
      {
        files: {
          'aB3dE5gH7j.yaml': '',
          'retired/cD5fG7iJ9l.yaml': 'retired:\n  date: "2026-01-01"\n  reason: The page is gone.\n',
        },
        before: { 'aB3dE5gH7j.yaml': 'id: aB3dE5gH7j\n', 'cD5fG7iJ9l.yaml': 'id: cD5fG7iJ9l\n' },
      },
      { files: { 'moved/aB3dE5gH7j.yaml': '' }, before: { 'aB3dE5gH7j.yaml': 'id: aB3dE5gH7j\n' } },
      {
        files: { 'aB3dE5gH7j.yaml': 'aliases: [cD5fG7iJ9l]\n' },
        before: { 'aB3dE5gH7j.yaml': 'id: aB3dE5gH7j\n', 'cD5fG7iJ9l.yaml': 'id: cD5fG7iJ9l\n' },
      },
    ],
  },
  // What the earlier cards have to do with the present ones is looked up for them.
  link() {},
  *check(context) {
    const { earlier = [] } = context
    if (earlier.length === 0) return
    const isKnown = knownIds(context)
    for (const { id, path } of earlier) {
      // A file that is still there has another card, which `id/changed` tells, or cannot be read.
      if (context.hasFile(path) || isKnown(id)) continue
      yield {
        message: `The card \`${id}\` is gone, and was not retired.`,
        help: `Bring the file back; then \`cards retire ${id}\` gives it up, and \`cards merge KEEP ${id}\` puts what it has into the card that replaces it.`,
        file: path,
        pointer: [],
      }
    }
  },
})
