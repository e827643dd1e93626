import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesOf, venuesOf } from '../../src/load/wanted-entries.ts'
import type { Venue } from '../../src/model/card.ts'
import { effectiveCredibility, VenueIndex } from '../../src/model/credibility.ts'
import { card } from '../model/cards.ts'

describe('the venues that a card needs', () => {
  it.each([
    [{ id: 'nature' }, true],
    [{ id: 'other', domains: ['Example.org'] }, true],
    [{ id: 'other', domains: ['www.blog.example.org/posts'] }, true],
    [{ id: 'other', domains: ['notexample.org'] }, false],
    [{ id: 'other' }, false],
    [{}, false],
  ])('%j: %s', (entry, expected) => {
    expect(
      venuesOf([card('aaaaaaaaaa', { venue: 'nature', url: 'https://blog.example.org/x' })])(entry),
    ).toBe(expected)
  })

  it('rate it as all venues do', () => {
    const host = fc.constantFrom(
      'a.org',
      'b.a.org',
      'www.a.org',
      'A.ORG',
      'c.b.a.org',
      'a.org:8080',
      'ba.org',
      'x.com',
    )
    const domain = fc.tuple(host, fc.constantFrom('', '/p', '/p/q/')).map(parts => parts.join(''))
    const venue: fc.Arbitrary<Venue> = fc.record({
      id: fc.constantFrom('v1', 'v2', 'v3', 'v4'),
      name: fc.constant('V'),
      domains: fc.array(domain, { maxLength: 2 }),
      credibility: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(
        fc.array(venue),
        fc.option(fc.constantFrom('v1', 'v4'), { nil: undefined }),
        domain,
        (venues, named, address) => {
          const fields = {
            id: 'aaaaaaaaaa',
            url: `https://${address}`,
            ...(named === undefined ? {} : { venue: named }),
          }
          const wanted = venuesOf([card('aaaaaaaaaa', fields)])
          const some = venues.filter(({ id, domains = [] }) => wanted({ id, domains: [...domains] }))
          expect(effectiveCredibility(fields, new VenueIndex(some))).toEqual(
            effectiveCredibility(fields, new VenueIndex(venues)),
          )
        },
      ),
    )
  })
})

it('the pages that a card needs are those that cite it', () => {
  const wanted = pagesOf([card('aaaaaaaaaa', { cited_by: ['one', 'two'] })])
  expect(['one', 'two', 'three'].filter(id => wanted({ id }))).toEqual(['one', 'two'])
})
