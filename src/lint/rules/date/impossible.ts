import { loadRule } from '../../rule.ts'

export const impossible = loadRule({
  id: 'date/impossible',
  severity: 'error',
  summary: 'a day that the calendar does not have, such as `2023-02-29`',
  why: 'It was mistyped or made up, and programs that read it either stop or silently take another day.',
  examples: {
    bad: ['published: "2023-02-29"\n', 'accessed: "2024-04-31"\n'],
    good: ['published: "2024-02-29"\n', 'accessed: "2024-04"\n'],
  },
})
