import { describe, expect, it } from 'vitest'
import { effectiveCredibility, RATINGS, VenueIndex, venueOf } from '../../src/model/credibility.ts'

const venues = new VenueIndex([
  { id: 'nature', name: 'Nature', domains: ['nature.com'], credibility: 5 },
  { id: 'nature-news', name: 'Nature News', domains: ['nature.com/articles/d'], credibility: 4 },
  { id: 'nature-blogs', name: 'Nature Blogs', domains: ['blogs.nature.com'], credibility: 2 },
  { id: 'gov-uk', name: 'GOV.UK', domains: ['gov.uk'], credibility: 4 },
  { id: 'aisi', name: 'AISI', domains: ['www.aisi.gov.uk'], credibility: 4 },
  { id: 'unrated', name: 'Unrated', domains: ['unrated.example'] },
  { id: 'local', name: 'Local', domains: ['localhost:8080/wiki/'], credibility: 1 },
  { id: 'nature', name: 'A second Nature', credibility: 1 },
])

describe('the venue of a URL', () => {
  it.each([
    ['https://nature.com/articles/x', 'nature'],
    ['https://www.nature.com/articles/x', 'nature'],
    ['https://blogs.nature.com/x', 'nature-blogs'],
    ['https://notnature.com/x', undefined],
    ['https://nature.com.example/x', undefined],
    ['https://NATURE.com/x', 'nature'],
    ['https://www.aisi.gov.uk/x', 'aisi'],
    ['https://other.gov.uk/x', 'gov-uk'],
    ['https://governance.ai/x', undefined],
    ['http://localhost:8080/wiki/Page', 'local'],
    ['http://localhost:8080/wikipedia', undefined],
    ['https://nature.com/articles/d', 'nature-news'],
    ['https://nature.com/articles/d41586', 'nature'],
    ['mailto:a@nature.com', undefined],
  ])('%s is %s', (url, id) => {
    expect(venues.matching(url)?.id).toBe(id)
  })
})

describe('effective credibility', () => {
  it("is the card's own before all", () => {
    const fields = { id: 'a', venue: 'nature', credibility: { rating: 2, reason: 'Retracted.' } }
    expect(effectiveCredibility(fields, venues)).toMatchObject({ rating: 2, label: 'Mixed', from: 'card' })
  })

  it("is the named venue's before the URL's", () => {
    const fields = { id: 'a', venue: 'gov-uk', url: 'https://nature.com/x' }
    expect(effectiveCredibility(fields, venues)).toMatchObject({ rating: 4, from: 'venue', venue: 'gov-uk' })
  })

  it("is that of the URL's venue when none is named, or the named one has no rating", () => {
    const url = 'https://nature.com/x'
    const expected = { rating: 5, label: 'Gold', from: 'url', venue: 'nature' }
    expect(effectiveCredibility({ id: 'a', url }, venues)).toMatchObject(expected)
    expect(effectiveCredibility({ id: 'a', url, venue: 'unrated' }, venues)).toMatchObject(expected)
    expect(effectiveCredibility({ id: 'a', url, venue: 'nobody' }, venues)).toMatchObject(expected)
  })

  it('is none when nobody rates the source', () => {
    expect(effectiveCredibility({ id: 'a', url: 'https://example.org' }, venues)).toBeUndefined()
    expect(effectiveCredibility({ id: 'a', doi: '10.1/x' }, venues)).toBeUndefined()
  })
})

it('each rating from 5 to 1 has a name and one sentence of meaning', () => {
  expect(RATINGS.map(row => row.rating)).toEqual([5, 4, 3, 2, 1])
  for (const { label, meaning } of RATINGS) {
    expect(label).toMatch(/^[A-Z][a-z]+$/)
    expect(meaning).toMatch(/^[A-Z][^.]*\.$/)
  }
})

it('the venue of a card is the one that it names, though its URL matches another', () => {
  expect(venueOf({ id: 'a', venue: 'gov-uk', url: 'https://nature.com/x' }, venues)?.id).toBe('gov-uk')
  expect(venueOf({ id: 'a', url: 'https://nature.com/x' }, venues)?.id).toBe('nature')
  expect(venueOf({ id: 'a' }, venues)).toBeUndefined()
})
