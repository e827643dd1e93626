import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../src/model/card.ts'
import type { Clue } from '../../src/model/clue.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { cluesOf } from '../../src/query/clues-of.ts'
import { isRangeField } from '../../src/query/field-kinds.ts'
import { FIELDS } from '../../src/query/fields.ts'
import { matchQuery } from '../../src/query/match-query.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import type { Query } from '../../src/query/query.ts'
import { card } from '../model/cards.ts'
import { randomCards } from './random-cards.ts'
import { randomQuery } from './random-query.ts'

const context = {
  venues: new VenueIndex([{ id: 'nature', name: 'Nature', domains: ['nature.com'], credibility: 5 }]),
}
const CONFIG = { filters: { mine: 'tag:rl' }, extra: { rank: { type: 'integer' } } } as const
const AT = { start: 0, end: 0 }

/** What a clue promises of a card, card by card. */
function mayHave({ fields }: Card, clue: Clue): boolean {
  const said = clue.fields.map(name => JSON.stringify(fields[name as keyof typeof fields] ?? null))
  const sought = clue.texts.map(text => JSON.stringify(text).slice(1, -1))
  return said.some(
    json => /[^\0-\x7f]/.test(json) || sought.some(text => json.toLowerCase().includes(text.toLowerCase())),
  )
}

/** Cards that have more than random ones, and a query with a value that one of them has, or a part of it. */
const queryOfValue = fc
  .tuple(
    randomCards,
    fc.constantFrom(...FIELDS.filter(field => !isRangeField(field))),
    fc.nat(),
    fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.boolean()),
  )
  .map(([cards, field, which, [from, length, isQuoted, isUpper]]) => {
    const all: Card[] = cards.map(({ id, fields }) =>
      card(id, {
        url: `https://www.nature.com/articles/${id}`,
        language: 'en-GB',
        doi: '10.1038/s41586-021-03819-2',
        isbn: '978-0-19-967811-2',
        aliases: ['Old'],
        cited_by: ['Page'],
        authors: [{ family: 'Sandkühler', given: 'T.' }, 'Benson, Satya', { literal: 'ACME "Labs"' }],
        ...fields,
      }),
    )
    const values = all.flatMap(one => field.valuesOf(one, context))
    const value = values[which % Math.max(1, values.length)] ?? 'x'
    const start = from % (value.length + 1)
    const part = length % 2 === 0 ? value : value.slice(start, start + 1 + (length % 9))
    const text = isUpper ? part.toUpperCase() : part
    const query: Query = { kind: 'text', field, values: [{ text, isQuoted, ...AT }], ...AT }
    return [all, query] as const
  })

const expectTold = (cards: readonly Card[], query: Query) => {
  const clues = cluesOf(query)
  for (const one of cards.filter(matchQuery(query, context)))
    for (const clue of clues) expect(mayHave(one, clue)).toBe(true)
}

describe('the clues of a query', () => {
  it.each<[string, ...[fields: string, texts: string][]]>([
    ['type:Paper,blog author:"Ada Lovelace"', ['type', 'paper blog'], ['authors', 'lovelace']],
    ['@mine language:en', ['tags', 'rl'], ['language', 'en']],
    ['state-of-the-art', ['title label authors tags summary', 'state']],
    ['author:Sandkühler', ['authors', 'sandkuhler']],
  ])('%s', (text, ...clues) => {
    expect(
      cluesOf(parseQuery(text, CONFIG)).map(({ fields, texts }) => [fields.join(' '), texts.join(' ')]),
    ).toEqual(clues)
  })

  it.each([
    'type:paper OR rl',
    '-type:paper',
    'published:2024..',
    'has:summary',
    'https://example.org/1',
    'id:Card000001',
    'venue:nature',
    'doi:10.1038',
    'isbn:9780199678112',
    'path:old',
    'rank:3',
    '',
  ])('are none for what gives none: %s', text => {
    expect(cluesOf(parseQuery(text, CONFIG))).toEqual([])
  })

  it('are what every card has that it matches', () => {
    fc.assert(fc.property(randomCards, randomQuery, expectTold))
    fc.assert(
      fc.property(queryOfValue, ([cards, query]) => expectTold(cards, query)),
      { numRuns: 400 },
    )
  })
})
