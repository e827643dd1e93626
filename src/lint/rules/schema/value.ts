import { loadRule } from '../../rule.ts'

export const value = loadRule({
  id: 'schema/value',
  severity: 'error',
  summary: 'a value that its field cannot have: an unknown word, a wrong form, a number out of bounds',
  why: 'What is wrong is left out of the card: it is in no list, search or export.',
  examples: {
    bad: [
      'type: blogpost\n',
      'published: February 2026\n',
      'language: English (US)\n',
      'credibility:\n  rating: 9\n  reason: Everybody says so.\n',
      'tags:\n  - training\n  -\n',
    ],
    good: ['type: blog\npublished: 2026-02\nlanguage: en-US\n'],
  },
})
