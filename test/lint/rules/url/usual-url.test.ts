import fc from 'fast-check'
import { expect, it } from 'vitest'
import { urlFault } from '../../../../src/lint/rules/url/invalid-url.ts'
import { placeholderPart } from '../../../../src/lint/rules/url/placeholder-part.ts'
import { truncation } from '../../../../src/lint/rules/url/truncation.ts'
import { hasUsualUrls } from '../../../../src/lint/rules/url/usual-url.ts'

const PIECES = [
  ...[
    'www.',
    'arxiv.org',
    'nature.com',
    'example',
    'todo',
    'your-domain',
    '.com',
    '.test',
    '.local',
    'none',
    'localhost',
  ],
  ...[
    '/',
    '/abs/',
    '2401.12345',
    '2401.00000',
    'xxxx',
    'TBD',
    '…',
    '...',
    '(',
    ')',
    '[',
    '%28',
    '%',
    '.',
    ',',
    ';',
    ':',
    "'",
  ],
  ...['?', '?q=', '&', '=', '#', '@', '10.0.0.1', 'Inc.', '_', '-', '~', '<', '{name}', 'https://', ' ', 'é'],
]

it('says that URLs are usual only where no rule has anything to say of them', () => {
  const rests = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map(pieces => pieces.join(''))
  const urls = fc.oneof(
    rests.map(rest => `https://${rest}`),
    rests.map(rest => `https://www.nature.com/${rest}`),
  )
  fc.assert(
    fc.property(urls, url => {
      if (!hasUsualUrls({ id: 'aB3dE5gH7j', url })) return
      expect([urlFault(url), placeholderPart(url), truncation(url)]).toEqual([
        undefined,
        undefined,
        undefined,
      ])
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ['https://www.nature.com/articles/d41586-023-00340-6', true],
  ['https://arxiv.org/abs/1706.03762v5', true],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', true],
  ['https://web.archive.org/web/20260301000000/https://www.rfc-editor.org/', true],
  ['https://en.wikipedia.org/wiki/Palantir_Technologies_Inc.', false],
  ['https://arxiv.org/abs/2401.12345', false],
])('looks no closer at %s: %s', (url, isUsual) => {
  expect(hasUsualUrls({ id: 'aB3dE5gH7j', url })).toBe(isUsual)
  expect(hasUsualUrls({ id: 'aB3dE5gH7j', also_at: [url], archive_url: url })).toBe(isUsual)
})
