import { loadRule } from '../../rule.ts'

export const syntax = loadRule({
  id: 'yaml/syntax',
  severity: 'error',
  summary: 'a file that is no YAML, or uses YAML that cards do not read',
  why: 'What cannot be read is not there: the card is missing from every list, search and export until the file is mended.',
  examples: {
    bad: [
      'summary: "A quote that nothing closes\n',
      'notes: [A bracket that nothing closes\n',
      'notes: !secret text\n',
    ],
    good: ['label: "A colon: in quotes"\n'],
  },
})
