import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VenueIndex } from '../../src/model/credibility.ts'
import { SORT_KEYS, sortCards } from '../../src/query/sort-cards.ts'
import { card } from '../model/cards.ts'

const context = {
  venues: new VenueIndex([{ id: 'nature', name: 'Nature', domains: ['nature.com'], credibility: 5 }]),
}

const CARDS = [
  card('d', {
    title: 'zebra',
    authors: ['Ludwig van Beethoven'],
    published: '2026',
    type: 'web',
    forum: { karma: -3 },
  }),
  card('b', {
    title: 'Äther',
    authors: ['Satya Benson'],
    published: '2025-06-01',
    type: 'blog',
    credibility: { rating: 2 },
  }),
  card(
    'c',
    { title: 'apple', authors: ['Adams, Douglas'], published: '2025', url: 'https://nature.com/x' },
    'a/c.yaml',
  ),
  card('a', { type: 'blog', venue: 'arxiv', forum: { karma: 10 } }),
]

const sorted = (order: string) =>
  sortCards(CARDS, order, context)
    .map(({ id }) => id)
    .join('')

describe('cards are sorted', () => {
  it.each([
    ['id', 'abcd'],
    ['-id', 'dcba'],
    ['title', 'cbda'],
    ['-title', 'dbca'],
    ['author', 'cbda'],
    ['-author', 'dbca'],
    ['published', 'cbda'],
    ['-year', 'dbca'],
    ['credibility', 'bcad'],
    ['-rating', 'cbad'],
    ['type,title', 'badc'],
    ['-type,-title', 'dbac'],
    ['venue', 'acbd'],
    ['karma', 'dabc'],
    ['-karma', 'adbc'],
    ['path', 'acbd'],
    [' Type , -ID ', 'badc'],
  ])('by %s: %s', (order, ids) => {
    expect(sorted(order)).toBe(ids)
  })

  it('in one order, however they came', () => {
    const keys = fc.constantFrom(...Object.keys(SORT_KEYS)).chain(key => fc.constantFrom(key, `-${key}`))
    const order = fc.array(keys, { minLength: 1, maxLength: 3 }).map(list => list.join(','))
    const shuffled = fc.shuffledSubarray(CARDS, { minLength: CARDS.length, maxLength: CARDS.length })
    fc.assert(
      fc.property(order, shuffled, (by, cards) => {
        const once = sortCards(cards, by, context)
        expect(once).toEqual(sortCards(CARDS, by, context))
        expect(sortCards(once, by, context)).toEqual(once)
      }),
    )
  })

  it('by no key that there is not', () => {
    expect(() => sortCards([], 'titel', context)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: 'cards cannot be sorted by "titel"',
        hint: expect.stringContaining('Did you mean `title`?'),
      }),
    )
    expect(() => sortCards([], '', context)).toThrow('cards cannot be sorted by ""')
    expect(() => sortCards([], 'constructor', context)).toThrow('cannot be sorted')
  })
})
