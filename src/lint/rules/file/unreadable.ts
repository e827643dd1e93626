import { loadRule } from '../../rule.ts'

export const unreadable = loadRule({
  id: 'file/unreadable',
  severity: 'error',
  summary: 'a file or folder that cannot be read, or is not what its name says',
  why: 'A card in a file that nobody can read is a card that is missing, though it seems to be there.',
  examples: {
    bad: [
      { files: { 'aB3dE5gH7j.yaml': '' }, links: { 'moved.yaml': 'nowhere.yaml' } },
      { files: { 'aB3dE5gH7j.yaml': '', 'venues.yaml/lesswrong.txt': 'A folder, named like a file.' } },
    ],
    good: [{ files: { 'aB3dE5gH7j.yaml': '', 'venues.yaml': '- id: lesswrong\n  name: LessWrong\n' } }],
  },
})
