import { loadRule } from '../../rule.ts'

export const outside = loadRule({
  id: 'file/outside',
  severity: 'warning',
  summary: 'a link that leads out of the library',
  why: 'What is outside is never read, so that linting a stranger’s library cannot give away other files. What the link was to bring in is missing.',
  examples: {
    bad: [{ files: { 'aB3dE5gH7j.yaml': '' }, links: { 'passwords.yaml': '/etc/passwd' } }],
    good: [{ files: { 'aB3dE5gH7j.yaml': '' }, links: { 'by-another-name.yaml': 'aB3dE5gH7j.yaml' } }],
  },
})
