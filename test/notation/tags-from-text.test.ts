import { describe, expect, it } from 'vitest'
import { tagsFrom } from '../../src/notation/tags-from-text.ts'

describe('tagsFrom', () => {
  it.each([
    ['Machine learning, AI; Café', ['machine-learning-ai', 'cafe']],
    ['Machine learning, AI, AI,', ['machine-learning', 'ai']],
    ["Goodhart's law; U.S. (policy); R&D; a/b_c", ['goodharts-law', 'us-policy', 'r-d', 'a-b-c']],
    [
      ['one, two', 'Three'],
      ['one-two', 'three'],
    ],
    ['', []],
  ])('makes of %j the tags %j', (keywords, tags) => {
    expect(tagsFrom(keywords)).toEqual({ tags, lost: [] })
  })

  it.each(['C++', 'C#', '強化学習', 'a'.repeat(81), '100%'])('loses %s and says so', word => {
    expect(tagsFrom(word)).toEqual({ tags: [], lost: [word] })
  })
})
