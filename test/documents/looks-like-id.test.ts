import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeId, standsAlone } from '../../src/documents/looks-like-id.ts'
import { mintStableId, resourceId } from '../../src/model/stable-id.ts'

describe('looksLikeId', () => {
  it.each(['MDc4MjQ5Yj', 'kDjKFQkhBn', 'aB3dE5fG7h', 'c4075b6d47521293'])('says yes to %s', id => {
    expect(looksLikeId(id)).toBe(true)
  })

  it.each([
    'JavaScript',
    'PostgreSQL',
    'WikiLeaks1',
    'LeCun2015a',
    'Literature',
    'conclusion',
    'ABSTRACTED',
    '1234567890',
    '1234567890123456',
    'deadbeefdeadbeef',
    'knuth1984a',
    'short',
    '',
  ])('says no to %j', text => {
    expect(looksLikeId(text)).toBe(false)
  })

  it('knows nearly all minted IDs and resource IDs', () => {
    const urls = Array.from({ length: 1000 }, (_, i) => `https://example.org/${i}`)
    expect(urls.filter(url => looksLikeId(mintStableId(url))).length).toBeGreaterThan(940)
    expect(urls.filter(url => looksLikeId(resourceId(url))).length).toBeGreaterThan(990)
    expect(urls.filter(url => standsAlone(resourceId(url))).length).toBeGreaterThan(990)
  })

  it('takes no word for a name that stands alone', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z]?[a-z]{1,20}$|^\d{1,20}$/), word => !standsAlone(word)))
  })
})
