import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { searchCards, searchSource } from '../../src/query/search-cards.ts'
import { SearchText } from '../../src/query/search-text.ts'
import { searchTextBytes, searchTextFrom } from '../../src/query/search-text-bytes.ts'
import { card } from '../model/cards.ts'
import { randomCards } from './random-cards.ts'
import { randomQuery } from './random-query.ts'
import { searchCardByCard } from './search-card-by-card.ts'

const context = { venues: new VenueIndex([]) }

describe('a search through the text of all cards', () => {
  it('finds what a search card by card finds, with the same scores in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(randomQuery, randomCards, async (query, cards) => {
        const { hits, corrections } = await searchCards(query, searchSource(cards), context)
        fc.pre(corrections.every(({ instead }) => instead.length === 0))
        const found = hits.map(({ card: { id }, score }) => ({ id, score }))
        expect(found).toEqual(searchCardByCard(query, cards, context))
      }),
      { numRuns: 300 },
    )
  })

  it('reads no card to tell that a word is not in it, and only hits as a whole', async () => {
    const cards = [
      card('a', { title: 'reward', type: 'blog' }),
      card('b', { title: 'hacking', type: 'blog' }),
    ]
    const read: string[] = []
    const source = {
      text: SearchText.of(cards),
      card: (number: number) => {
        read.push(`part of ${cards[number]?.id}`)
        return cards[number] as Card
      },
      wholeCards: async (numbers: readonly number[]) => {
        read.push(`all of ${numbers.map(number => cards[number]?.id)}`)
        return numbers.map(number => cards[number] as Card)
      },
    }
    const reads = async (query: string) => {
      await searchCards(parseQuery(query), source, context)
      return read.splice(0).join(', ')
    }
    expect(await reads('reward')).toBe('all of a')
    expect(await reads('type:blog reward')).toBe('part of a, all of a')
    expect(await reads('type:blog OR reward')).toBe('part of b, all of a,b')
    expect(await reads('type:web NOT hacking')).toBe('part of a, all of ')
    expect(await reads('nothing')).toBe('all of ')
  })
})

describe('the text of a library', () => {
  it('is the same, put together from that of former cards and from new cards', () => {
    const mixed = fc.array(fc.oneof(fc.nat(), fc.constant(undefined)), { maxLength: 10 })
    fc.assert(
      fc.property(randomCards, randomCards, mixed, (former, others, choice) => {
        const isFormer = (i: number | undefined) => i !== undefined && former.length > 0
        const numbers = choice.map(i => (isFormer(i) ? (i as number) % former.length : undefined))
        const changed = numbers.map((number, i) => number ?? others[i % others.length] ?? card('other'))
        const cards = changed.map(one => (typeof one === 'number' ? (former[one] as Card) : one))
        expect(SearchText.of(former).with(changed)).toEqual(SearchText.of(cards))
      }),
    )
  })

  it('is read from its bytes as it was, wherever they lie in memory', () => {
    fc.assert(
      fc.property(randomCards, fc.nat(7), (cards, offset) => {
        const text = SearchText.of(cards)
        const bytes = searchTextBytes(text)
        const moved = new Uint8Array(offset + bytes.length)
        moved.set(bytes, offset)
        expect(searchTextFrom(moved.subarray(offset))).toEqual(text)
      }),
    )
  })

  it('is not read from bytes that were cut off, and never fails on damaged ones', async () => {
    const cards = [card('a', { title: 'reward' }), card('b', { title: '日本' }), card('c')]
    const bytes = searchTextBytes(SearchText.of(cards))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        expect(searchTextFrom(bytes.subarray(0, at))).toBeUndefined()
        const damaged = Uint8Array.from(bytes)
        damaged[at] = value
        const text = searchTextFrom(damaged)
        const source = { text: text ?? SearchText.of([]), card: () => card('x'), wholeCards: async () => [] }
        const { total } = await searchCards(parseQuery('reward OR web'), source, context)
        expect(total).toBeLessThanOrEqual(3)
      }),
    )
    expect(searchTextFrom(new Uint8Array())).toBeUndefined()
    expect(searchTextFrom(Buffer.from('no search text at all'))).toBeUndefined()
  })
})
