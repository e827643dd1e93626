import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import type { CardKey } from '../../src/query/field-kinds.ts'
import { FIELDS } from '../../src/query/fields.ts'
import { fieldsOf, filterFieldsOf } from '../../src/query/fields-of.ts'
import { matchQuery } from '../../src/query/match-query.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { findPresence, presenceNames } from '../../src/query/presence.ts'
import type { Query } from '../../src/query/query.ts'
import { searchCards, searchSource } from '../../src/query/search-cards.ts'
import { fieldsOfSort, SORT_KEYS, sortCards } from '../../src/query/sort-cards.ts'
import { card } from '../model/cards.ts'
import { randomQuery } from './random-query.ts'

const context = {
  venues: new VenueIndex([{ id: 'nature', name: 'Nature', domains: ['nature.com'], credibility: 5 }]),
}
const CONFIG = {
  filters: { mine: 'tag:rl @its', its: 'has:notes' },
  extra: { funder: { type: 'string' } },
} as const

// One card with everything, one with nothing: what a field looks at may depend on what another one says.
const FULL: Omit<KnownFields, 'id'> = {
  url: 'https://www.nature.com/articles/1',
  doi: '10.1038/s41586-021-03819-2',
  arxiv: '2301.10140',
  isbn: '978-0-19-967811-2',
  pmid: '34265844',
  also_at: ['https://example.org/1'],
  title: 'Gradient routing',
  label: 'Routing',
  type: 'paper',
  authors: ['Satya Benson'],
  published: '2025-06',
  language: 'en',
  abstract: 'About.',
  summary: 'State-of-the-art.',
  key_points: ['One.'],
  relevance: 'To us.',
  review: 'Sound.',
  notes: 'None.',
  tags: ['rl'],
  cited_by: ['page'],
  forum: { karma: 3, comments: 0, answers: 1 },
  accessed: '2026-01-01',
  fetch: { at: '2026-01-01' },
  aliases: ['Old'],
  extra: { funder: 'us' },
}
const BARE: Omit<KnownFields, 'id'> = {}

/** What is looked at of cards while `look` goes through them. */
function looksAt(look: (cards: readonly Card[]) => void): Set<string> {
  const seen = new Set<string>()
  const watched = [
    FULL,
    { ...FULL, venue: 'nature' },
    { ...FULL, venue: 'x', credibility: { rating: 2 } },
    BARE,
  ]
  look(
    watched.map((fields, i) => {
      const plain = card(`Watched00${i}`, fields)
      const note = <T extends unknown[]>(target: KnownFields, key: string | symbol, ...rest: T) => {
        seen.add(String(key))
        return [target, key, ...rest] as const
      }
      const spied = new Proxy(plain.fields, {
        get: (...asked) => Reflect.get(...note(...asked)),
        has: (...asked) => Reflect.has(...note(...asked)),
        getOwnPropertyDescriptor: (...asked) => Reflect.getOwnPropertyDescriptor(...note(...asked)),
        ownKeys: () => expect.unreachable('all fields are looked at'),
      })
      return { ...plain, fields: spied }
    }),
  )
  return seen
}

const looksAtFor = (query: Query) => looksAt(cards => cards.filter(matchQuery(query, context)))
const unsaid = (seen: ReadonlySet<string>, said: ReadonlySet<CardKey>) =>
  [...seen].filter(key => !said.has(key as CardKey))

describe('the fields of a query', () => {
  it.each([
    ['type:paper', 'type'],
    ['credibility:4..', 'credibility venue url'],
    ['venue:nature published:2025..', 'venue url published'],
    ['NOT has:summary,key-points', 'summary key_points'],
    ['gradient', 'title label summary authors tags'],
    ['https://example.org/1', 'url also_at'],
    ['@mine OR author:benson', 'tags notes authors'],
    ['funder:us no:doi', 'extra doi'],
    ['path:old id:x', 'aliases url'],
    ['', ''],
  ])('%s: %s', (text, fields) => {
    expect([...fieldsOf(parseQuery(text, CONFIG))].sort()).toEqual(fields.split(' ').filter(Boolean).sort())
  })

  it('are all that it looks at', () => {
    fc.assert(
      fc.property(randomQuery, query => {
        expect(unsaid(looksAtFor(query), fieldsOf(query))).toEqual([])
      }),
    )
  })

  it('are fewer for a search, which looks for words elsewhere', () => {
    expect(filterFieldsOf(parseQuery('gradient NOT "exact words"'))).toEqual(new Set())
    expect(filterFieldsOf(parseQuery('gradient OR (type:blog https://example.org/1)'))).toEqual(
      new Set(['type', 'url', 'also_at']),
    )
    fc.assert(
      fc.property(randomQuery, query => {
        const seen = looksAt(cards => {
          const { text } = searchSource(cards.map(({ id }) => card(id, FULL)))
          // What it looks at to tell which cards match, it looks at before it asks for these as a whole.
          void searchCards(
            query,
            { text, card: number => cards[number] as Card, wholeCards: async () => [] },
            context,
          )
        })
        expect(unsaid(seen, filterFieldsOf(query))).toEqual([])
      }),
    )
  })

  it.each(FIELDS)('$name draws on all that it says, and on nothing else', field => {
    const seen = looksAt(cards => {
      for (const one of cards) field.valuesOf(one, context)
    })
    expect([...seen].sort()).toEqual([...field.drawsOn].sort())
  })

  it.each(presenceNames(CONFIG))('has:%s draws on all that it says, and on nothing else', name => {
    const presence = findPresence(name, CONFIG)
    const seen = looksAt(cards => {
      for (const one of cards) presence?.isIn(one, context)
    })
    expect([...seen].sort()).toEqual([...(presence?.drawsOn ?? [])].sort())
  })
})

describe('the fields of an order', () => {
  it.each(Object.keys(SORT_KEYS))('%s are those that sorting looks at', key => {
    const seen = looksAt(cards => sortCards(cards, key, context))
    expect([...seen].sort()).toEqual([...fieldsOfSort(key)].sort())
  })

  it('are those of all its keys', () => {
    expect(fieldsOfSort('-published,author,id')).toEqual(new Set(['published', 'authors']))
    expect(() => fieldsOfSort('titel')).toThrow('cannot be sorted by')
  })
})
