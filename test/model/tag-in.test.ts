import { expect, it } from 'vitest'
import { tagIn } from '../../src/model/tag-in.ts'

it.each([
  ['Machine learning', 'machine-learning'],
  ['A.I.', 'ai'],
  ['GPT-3.5', 'gpt-3-5'],
  ['R&D', 'r-d'],
  ['#Café', 'cafe'],
  ["Goodhart's law", 'goodharts-law'],
  ['to_sort', 'to-sort'],
  ['C++', undefined],
  ['C#', undefined],
  ['強化学習', undefined],
  ['', undefined],
  ['#', undefined],
])('makes of %j the tag %j', (words, tag) => {
  expect(tagIn(words)).toBe(tag)
})
