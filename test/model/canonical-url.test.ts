import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, parseUrl, TRACKING_PARAMETERS } from '../../src/model/canonical-url.ts'

describe('a canonical URL', () => {
  it.each([
    ['https://example.org/paper', 'https://example.org/paper'],
    ['http://example.org/paper', 'https://example.org/paper'],
    ['HTTPS://WWW.Example.ORG/Paper', 'https://example.org/Paper'],
    ['https://example.org/', 'https://example.org'],
    ['https://example.org/paper/', 'https://example.org/paper'],
    ['http://example.org:80/a', 'https://example.org/a'],
    ['https://example.org:443/a', 'https://example.org/a'],
    ['http://example.org:443/a', 'https://example.org/a'],
    ['https://example.org:8443/a', 'https://example.org:8443/a'],
    ['https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
    ['https://example.org/a?utm_source=x&utm_medium=y&id=3', 'https://example.org/a?id=3'],
    ['https://example.org/a?fbclid=abc', 'https://example.org/a'],
    ['https://example.org/a?fbclidx=abc', 'https://example.org/a?fbclidx=abc'],
    ['https://example.org/a#:~:text=foo', 'https://example.org/a'],
    ['https://example.org/a#part:~:text=foo', 'https://example.org/a#part'],
    ['https://example.org/a#part', 'https://example.org/a#part'],
    ['https://example.org/a?', 'https://example.org/a'],
    ['https://www.com/a', 'https://www.com/a'],
    ['  https://example.org/a ', 'https://example.org/a'],
    ['https://user@example.org/a', 'https://user@example.org/a'],
    ['not a url', 'not a url'],
  ])('of %s is %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical)
  })

  it('of a canonical URL is itself', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), url => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url))
      }),
    )
  })

  it('does not change with what only tracks the reader', () => {
    const tracking = fc.constantFrom(...TRACKING_PARAMETERS).map(name => name.replace('*', 'source'))
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: false }),
        tracking,
        fc.webSegment(),
        (url, name, value) => {
          const mark = url.includes('?') ? '&' : '?'
          expect(canonicalUrl(`${url}${mark}${name}=${encodeURIComponent(value)}`)).toBe(canonicalUrl(url))
        },
      ),
    )
  })

  it('of a URL with a hundred thousand slashes does not take for ever', () => {
    expect(canonicalUrl(`https://example.org/${'/'.repeat(100_000)}x/${'/'.repeat(100_000)}`)).toMatch(/\/x$/)
  })

  it('keeps paths apart that differ in case', () => {
    expect(canonicalUrl('https://youtu.be/aB')).not.toBe(canonicalUrl('https://youtu.be/Ab'))
  })
})

it.each(['ftp://example.org', 'javascript:alert(1)', 'example.org', '', 'https://'])(
  '%j is no web address',
  text => {
    expect(parseUrl(text)).toBeUndefined()
  },
)
