import fc from 'fast-check'
import type { Card } from '../../src/model/card.ts'
import { card } from '../model/cards.ts'

const WORDS = [
  'gradient',
  'Gradients',
  'rl',
  'Sandkühler',
  'Straße',
  'naïve',
  '日本',
  '«x»',
  'state-of-the-art',
  'c++',
  'C',
  '…',
  '→',
  '😀',
  'or',
]
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    {
      maxLength: 6,
    },
  )
  .map(words => words.join(' ').replaceAll('\0', ''))
const texts = fc.array(text, { maxLength: 3 })

/** Cards with texts of few words, some of which take more than a byte a character; their IDs are in order. */
export const randomCards: fc.Arbitrary<Card[]> = fc
  .array(
    fc.record(
      {
        title: text,
        label: text,
        summary: text,
        abstract: text,
        notes: text,
        relevance: text,
        review: text,
        key_points: texts,
        tags: texts,
        authors: texts,
        type: fc.constantFrom('web', 'blog', 'paper'),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 8 },
  )
  .map(all => all.map((fields, i) => card(`Card00000${i}`, fields)))
