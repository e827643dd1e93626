import { describe, expect, it } from 'vitest'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { parseQuery } from '../../src/query/parse-query.ts'
import { searchCards, searchSource } from '../../src/query/search-cards.ts'
import { card } from '../model/cards.ts'

const venues = new VenueIndex([])
const search = (query: string, cards: readonly Card[], limit?: number) =>
  searchCards(parseQuery(query), searchSource(cards), limit === undefined ? { venues } : { venues, limit })

/** Cards called a, b, c …, and some that have nothing to do with the query, for the words to be rare. */
function library(...fields: Omit<KnownFields, 'id'>[]): Card[] {
  const others = Array.from({ length: 10 }, (_, i) =>
    card(`z${i}`, { title: 'Nothing of the kind', type: 'web' }),
  )
  return [...fields.map((own, i) => card('abcdefgh'.charAt(i), own)), ...others]
}

const ids = async (query: string, cards: readonly Card[]) =>
  (await search(query, cards)).hits.map(hit => hit.card.id).join('')

describe('a search', () => {
  it('looks in all texts of a card, and puts those first that say more', async () => {
    const cards = library(
      { notes: 'routing' },
      { abstract: 'routing' },
      { summary: 'routing' },
      { title: 'routing' },
      { relevance: 'unrelated' },
      { authors: ['Routing, Jo'] },
    )
    expect(await ids('routing', cards)).toBe('dfcba')
  })

  it('puts a whole word before the start of a longer one', async () => {
    expect(await ids('grad', library({ title: 'Gradient descent' }, { title: 'Grad school' }))).toBe('ba')
  })

  it('puts a title first in which the words stand together', async () => {
    const cards = library(
      { title: 'Reward after reward leads to some hacking' },
      { title: 'The trouble with reward hacking in general' },
      { title: 'Reward', summary: 'All about hacking.' },
    )
    expect(await ids('reward hacking', cards)).toBe('bac')
  })

  it('counts a rare word for more than a common one', async () => {
    const cards = library({ title: 'common' }, { title: 'common' }, { title: 'rare' }, { title: 'common' })
    expect(await ids('common OR rare', cards)).toBe('cabd')
  })

  it('asks for all words, each in any field', async () => {
    expect(
      await ids('reward benson', library({ title: 'Reward', authors: ['S. Benson'] }, { title: 'Reward' })),
    ).toBe('a')
  })

  it('finds a phrase only in one text', async () => {
    const cards = library(
      { title: 'A reward', label: 'Hacking' },
      { key_points: ['reward', 'hacking'] },
      { summary: 'reward hacking' },
    )
    expect(await ids('"reward hacking"', cards)).toBe('c')
  })

  it('combines words with filters, NOT, OR and addresses', async () => {
    const cards = library(
      { title: 'Reward', type: 'blog' },
      { title: 'Reward', type: 'paper', notes: 'draft' },
      { title: 'Hacking', type: 'paper', url: 'https://example.org/x' },
    )
    expect(await ids('reward type:paper', cards)).toBe('b')
    expect(await ids('reward NOT draft', cards)).toBe('a')
    expect(await ids('type:paper (reward OR hacking)', cards)).toBe('cb')
    expect(await ids('http://www.example.org/x', cards)).toBe('c')
  })

  it('looks for the words of saved filters, and once for a word that comes twice', async () => {
    const cards = library({ title: 'Reward' }, { title: 'Hacking' })
    const saved = parseQuery('@mine', { filters: { mine: 'reward OR Reward' } })
    const plain = await searchCards(parseQuery('reward'), searchSource(cards), { venues })
    expect(await searchCards(saved, searchSource(cards), { venues })).toEqual(plain)
  })

  it('without words gives all cards of the filters the same score, in the order of IDs', async () => {
    const cards = [card('b', { type: 'blog' }), card('c', { type: 'web' }), card('a', { type: 'blog' })]
    expect((await search('type:blog', cards)).hits.map(({ card: { id }, score }) => [id, score])).toEqual([
      ['a', 0],
      ['b', 0],
    ])
    expect(await ids('NOT draft', cards)).toBe('abc')
  })

  it('gives the order of IDs to cards that fit equally well', async () => {
    const cards = ['d', 'b', 'c'].map(id => card(id, { title: 'Reward' }))
    expect(await ids('reward', cards)).toBe('bcd')
  })

  it('counts all hits, and shows as many as it may', async () => {
    const cards = ['a', 'b', 'c'].map(id => card(id, { title: 'Reward' }))
    const { hits, total } = await search('reward', cards, 2)
    expect([hits.length, total]).toEqual([2, 3])
  })

  it('scores words in fields whose folding changes lengths as in others', async () => {
    const plain = (await search('reward', library({ title: 'Strasse reward', summary: 'x' }))).hits
    const folded = (await search('reward', library({ title: 'Straße reward', summary: 'x' }))).hits
    expect(folded[0]?.score).toBe(plain[0]?.score)
  })
})

describe('a word that no card has', () => {
  const cards = library({ title: 'Gradient routing' }, { summary: 'Gradients' }, { notes: 'hacking' })

  it('is taken for the nearest words that some card has, which is told', async () => {
    const { hits, corrections } = await search('gradeint', cards)
    expect(hits.map(hit => hit.card.id)).toEqual(['a', 'b'])
    expect(corrections).toEqual([{ word: 'gradeint', instead: ['gradient'] }])
    expect(hits[0]?.title).toEqual({ text: 'Gradient routing', highlights: [[0, 8]] })
  })

  it('is corrected among others, and inside OR', async () => {
    expect(await ids('gradeint routing', cards)).toBe('a')
    expect(await ids('gradeint OR hacking', cards)).toBe('acb')
  })

  it('is told when nothing is near', async () => {
    expect(await search('xylophone', cards)).toEqual({
      hits: [],
      total: 0,
      corrections: [{ word: 'xylophone', instead: [] }],
    })
  })

  it('is left alone under NOT, in quotes, and when some card has a word that starts so', async () => {
    expect((await search('hacking NOT gradeint', cards)).corrections).toEqual([])
    expect((await search('"gradeint"', cards)).corrections).toEqual([{ word: 'gradeint', instead: [] }])
    expect((await search('gradien', cards)).corrections).toEqual([])
  })

  it('is not looked for again by filters', async () => {
    expect(await search('title:gradeint', cards)).toEqual({ hits: [], total: 0, corrections: [] })
  })
})
