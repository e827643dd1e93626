import { describe, expect, it } from 'vitest'
import type { KnownFields } from '../../src/model/card.ts'
import { VenueIndex } from '../../src/model/credibility.ts'
import { sameSourceGroups, similarCards, similarGroups } from '../../src/model/source-groups.ts'

const VENUES = new VenueIndex([])
const cardsWith = (...all: readonly Partial<KnownFields>[]) =>
  all.map((fields, i) => {
    const id = `AbCdEf${String(i).padStart(4, '0')}`
    return { id, path: `${id}.yaml`, fields: { id, ...fields }, findings: [] }
  })
const idsOf = (groups: readonly { readonly cards: readonly { readonly id: string }[] }[]) =>
  groups.map(({ cards }) => cards.map(({ id }) => Number(id.slice(6))))

const title = 'On Gradient Descent'
const authors = ['Jo Doe']

describe('cards that surely are for one source', () => {
  it('are one group when a third one joins them, with the keys that more than one has', () => {
    const groups = sameSourceGroups(
      cardsWith(
        { doi: '10.1000/a', pmid: '1' },
        { url: 'https://a.net/1' },
        { doi: '10.1000/A', also_at: ['http://www.a.net/1/'], arxiv: '1706.03762' },
        { url: 'https://b.net/1' },
      ),
    )
    expect(idsOf(groups)).toEqual([[0, 1, 2]])
    expect(new Set(groups[0]?.keys)).toEqual(new Set(['doi:10.1000/a', 'https://a.net/1']))
  })
})

describe('cards that may be for one source', () => {
  it('are those with a title and an author in common', () => {
    const groups = similarGroups(
      cardsWith(
        { title, authors, url: 'https://a.net/x' },
        { title: 'On gradient descent', authors: ['Doe, Jo'], url: 'https://b.net/y' },
        { title, authors: ['Ann Other'], url: 'https://c.net/z' },
      ),
      VENUES,
    )
    expect(groups).toMatchObject([{ keys: ['title:on gradient descent'] }])
    expect(idsOf(groups)).toEqual([[0, 1]])
  })

  it('leave out one that surely is the same as each other, and a group of such alone', () => {
    const same = { title, authors, url: 'https://a.net/x' }
    expect(similarGroups(cardsWith(same, same), VENUES)).toEqual([])
    const parts = cardsWith(
      { title, authors, url: 'https://a.net/part-1' },
      { title, authors, url: 'https://a.net/part-2' },
      { title, authors, url: 'https://b.net/whole' },
    )
    // The parts are alike only to the whole, which is alike to both.
    expect(similarCards(parts, VENUES)[0]?.map(({ others }) => others.length)).toEqual([1, 1, 2])
    expect(similarGroups(parts.slice(0, 2), VENUES)).toEqual([])
  })

  it('leave out of a group the card that is alike to none of it', () => {
    const cards = cardsWith(
      { title, authors, url: 'https://a.net/part-1' },
      { title, authors, url: 'https://a.net/part-2', doi: '10.1000/a' },
      { title, authors, url: 'https://b.net/whole', doi: '10.1000/a' },
    )
    expect(idsOf(similarGroups(cards, VENUES))).toEqual([[0, 2]])
  })

  it('are compared up to fifty of a title', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      title,
      authors,
      url: `https://${'x'.repeat(i + 1)}.net/`,
      also_at: [`https://y.net/${'x'.repeat(i + 1)}`],
    })).map((fields, i) => ({ ...fields, url: `${fields.url}${'z'.repeat(i + 1)}` }))
    expect(similarGroups(cardsWith(...many), VENUES)[0]?.cards).toHaveLength(50)
  })
})
