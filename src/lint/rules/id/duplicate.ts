import { loadRule } from '../../rule.ts'

export const duplicate = loadRule({
  id: 'id/duplicate',
  severity: 'error',
  summary: 'an ID that two cards share, or that differs from another only in case',
  why: 'A reference to the ID may mean either card. IDs that differ only in case are one file name on macOS and Windows.',
  examples: {
    bad: [
      { files: { 'aB3dE5gH7j.yaml': '', 'copy.yaml': 'id: aB3dE5gH7j\n' } },
      { files: { 'aB3dE5gH7j.yaml': '', 'other.yaml': 'id: AB3DE5GH7J\n' } },
      { files: { 'aB3dE5gH7j.yaml': '', 'retired/old.yaml': `id: aB3dE5gH7j\n${retirement()}` } },
    ],
    good: [{ files: { 'aB3dE5gH7j.yaml': '', 'bC4eF6hI8k.yaml': '' } }],
  },
})

function retirement(): string {
  return 'retired:\n  date: "2026-01-01"\n  reason: Superseded.\n'
}
