import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardJson, JSON_FIELDS } from '../../src/model/card-json.ts'
import { cardJsonText } from '../../src/model/card-json-text.ts'
import { jsonText } from '../../src/model/json-text.ts'
import { arbitraryCards } from '../support/arbitrary-card.ts'
import { REGISTRIES } from '../support/exported.ts'
import { card } from './cards.ts'

describe('the JSON of many cards', () => {
  it('is letter by letter that of each, whatever they hold and which fields are chosen', () => {
    const fields = fc.option(fc.array(fc.constantFrom(...JSON_FIELDS)), { nil: undefined })
    fc.assert(
      fc.property(arbitraryCards(), fields, (cards, chosen) => {
        const textOf = cardJsonText(REGISTRIES, chosen)
        expect(cards.map(textOf)).toEqual(cards.map(each => jsonText(cardJson(each, REGISTRIES, chosen))))
      }),
      { numRuns: 100 },
    )
  })

  it('tells ratings of one venue apart by how a card came to them', () => {
    const own = card('aaaaaaaaa1', { credibility: { rating: 3 } })
    const named = card('aaaaaaaaa2', { venue: 'lesswrong' })
    const matched = card('aaaaaaaaa3', { url: 'https://example.org/a' })
    const texts = [own, named, matched, named].map(cardJsonText(REGISTRIES, ['effective_credibility']))
    expect(texts.map(text => JSON.parse(text).effective_credibility)).toEqual([
      expect.objectContaining({ rating: 3, from: 'card' }),
      expect.objectContaining({ rating: 3, from: 'venue', venue: 'lesswrong' }),
      expect.objectContaining({ rating: 3, from: 'url', venue: 'lesswrong' }),
      expect.objectContaining({ rating: 3, from: 'venue', venue: 'lesswrong' }),
    ])
  })

  it('is an empty object for a card that has none of the fields', () => {
    expect(cardJsonText(REGISTRIES, ['doi', 'authors'])(card('aaaaaaaaa1', {}))).toBe('{}')
  })
})
