import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseUrl, urlParts } from '../../src/model/url-parts.ts'

const PARTS = ['hostname', 'host', 'port', 'username', 'password', 'pathname', 'search', 'hash'] as const

/** What `new URL` says of a text, less what it has besides. */
function browserParts(text: string) {
  const url = parseUrl(text)
  return url && Object.fromEntries(PARTS.map(part => [part, url[part]]))
}

const PIECES = [
  ...[
    'http://',
    'https://',
    'HTTPS://',
    'www.',
    'nature',
    '.com',
    '.org',
    'xn--',
    'a',
    'B',
    '-',
    '_',
    '1',
    '0x1',
    '127.0.0.1',
  ],
  ...[
    '/',
    '//',
    '.',
    '..',
    './',
    '/..',
    '%2e',
    '%2F',
    '%',
    '?',
    '=',
    '&',
    '#',
    ':',
    ':443',
    '@',
    '\\',
    '|',
    '^',
    '`',
    '{',
    '}',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    "'",
    '"',
    '<',
    '~',
    '!',
    '$',
    '*',
    '+',
    ',',
    ';',
    ' ',
    '\t',
    '\n',
    'é',
    '漢',
    '\u00ad',
    '．',
  ],
]

describe('the parts of a URL', () => {
  it('are those that a browser sees, however it is written', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map(pieces => pieces.join(''))
    const urls = fc.oneof(
      texts,
      texts.map(rest => `https://nature.com${rest}`),
      texts.map(rest => `https://${rest}.org/a`),
    )
    fc.assert(
      fc.property(fc.oneof(urls, fc.webUrl({ withFragments: true, withQueryParameters: true })), text => {
        const { isPlain: _, ...parts } = urlParts(text) ?? { isPlain: false, hostname: undefined }
        expect(urlParts(text) && parts).toEqual(browserParts(text))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['https://www.nature.com/articles/d41586-023-00340-6', true],
    ['http://a.b.org', true],
    ['https://a.org/?q=1&r=%20', true],
    ['https://A.org/', false],
    ['https://a.org/../b', false],
    ['https://a.org/%2e%2e/b', false],
    ['https://a.org:8080/', false],
    ['https://a.org/#b', false],
    ['https://xn--mller-kva.de/', false],
    ['https://127.0.0.1/', false],
  ])('of %s stand in the text as they are: %s', (url, isPlain) => {
    expect(urlParts(url)?.isPlain).toBe(isPlain)
  })

  it('are none of what is no URL', () => {
    expect(urlParts('nature.com')).toBeUndefined()
    expect(urlParts('ftp://nature.com/')).toBeUndefined()
  })
})
