import { describe, expect, it } from 'vitest'
import schema from '../../schemas/output-card.schema.json' with { type: 'json' }
import { cardJson, JSON_FIELDS } from '../../src/model/card-json.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { card } from './cards.ts'

const registries = {
  venues: new VenueIndex([
    { id: 'lesswrong', name: 'LessWrong', domains: ['lesswrong.com'], credibility: 3 },
  ]),
  pages: new Map([['goodfire', { id: 'goodfire', title: 'Goodfire', quality: 68 }]]),
}

describe('the JSON of a card', () => {
  it('has the fields in the order of the schema, whatever their order in the file', () => {
    const json = cardJson(card('abcdefghij', { title: 'T', type: 'web', doi: '10.1/x' }), registries)
    expect(Object.keys(json)).toEqual(['id', 'doi', 'title', 'type', 'path'])
  })

  it('joins pages, takes names apart and tells where the rating comes from', () => {
    const fields = {
      url: 'https://lesswrong.com/x',
      authors: ['Satya Benson'],
      cited_by: ['goodfire', 'unknown'],
    }
    expect(cardJson(card('abcdefghij', fields), registries)).toEqual({
      id: 'abcdefghij',
      url: 'https://lesswrong.com/x',
      authors: [{ name: 'Satya Benson', given: 'Satya', family: 'Benson' }],
      cited_by: [{ id: 'goodfire', title: 'Goodfire', quality: 68 }, { id: 'unknown' }],
      resource_id: '461f24f06e3362e3',
      effective_credibility: {
        rating: 3,
        label: 'Good',
        meaning: expect.stringMatching(/\.$/),
        from: 'url',
        venue: 'lesswrong',
      },
      path: 'abcdefghij.yaml',
    })
  })

  it('has the chosen fields in the chosen order', () => {
    const json = cardJson(card('abcdefghij', { title: 'T' }), registries, ['path', 'title', 'doi', 'id'])
    expect(Object.keys(json)).toEqual(['path', 'title', 'id'])
  })

  it('has no other fields than its schema, in the same order', () => {
    expect(Object.keys(schema.properties)).toEqual([...JSON_FIELDS])
  })
})
