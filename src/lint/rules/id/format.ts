import { loadRule } from '../../rule.ts'

export const format = loadRule({
  id: 'id/format',
  severity: 'error',
  summary: 'an ID that is not ten letters or digits',
  why: 'A card without a valid ID is not read at all: nothing could refer to it.',
  examples: {
    bad: ['id: attention-is-all-you-need\n', 'id: "12345"\n'],
    good: ['id: aB3dE5gH7j\n'],
  },
})
