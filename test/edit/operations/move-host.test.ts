import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editedFile } from '../../../src/edit/edited-file.ts'
import {
  movedDomain,
  movedUrl,
  moveHost,
  parseSite,
  type Site,
} from '../../../src/edit/operations/move-host.ts'
import { cardText } from '../../../src/edit/write-card.ts'
import { readBySchema } from '../../../src/load/read-by-schema.ts'
import { SourceText } from '../../../src/load/source-text.ts'
import type { KnownFields } from '../../../src/model/card.ts'
import { resourceId } from '../../../src/model/stable-id.ts'

const site = (text: string): Site => parseSite(text) ?? expect.fail(`${text} is no site`)

describe('a URL of a site that moved', () => {
  it.each([
    ['https://old.org/a/b?q=%20x#f', 'old.org', 'new.org', 'https://new.org/a/b?q=%20x#f'],
    ['http://old.org/a', 'old.org', 'new.org', 'http://new.org/a'],
    ['http://old.org/a', 'old.org', 'https://new.org', 'https://new.org/a'],
    ['HTTPS://WWW.Old.ORG/A', 'old.org', 'New.org', 'HTTPS://New.org/A'],
    ['https://old.org/a', 'www.old.org', 'www.new.org', 'https://www.new.org/a'],
    ['https://old.org', 'old.org', 'new.org/', 'https://new.org'],
    ['https://old.org./a', 'old.org', 'new.org', 'https://new.org/a'],
    ['https://old.org:443/a', 'old.org', 'new.org:8080', 'https://new.org:8080/a'],
    ['https://old.org:8080/a', 'old.org:8080', 'new.org', 'https://new.org/a'],
    ['https://me:pw@old.org/a', 'old.org', 'new.org', 'https://me:pw@new.org/a'],
    ['https://old.org/blog/x/', 'old.org/blog/', 'new.org/posts', 'https://new.org/posts/x/'],
    ['https://old.org/blog?x=1', 'old.org/blog', 'new.org', 'https://new.org?x=1'],
    ['https://old.org/x', 'old.org', 'new.org/old', 'https://new.org/old/x'],
    ['https://bücher.example/x', 'xn--bcher-kva.example', 'books.example', 'https://books.example/x'],
    ['https://www.old.org/x', 'www.old.org', 'old.org', 'https://old.org/x'],
  ])('%s: from %s to %s', (url, from, to, moved) => {
    expect(movedUrl(url, site(from), site(to))).toBe(moved)
  })

  it.each([
    ['https://notold.com/a', 'old.com'],
    ['https://old.com.evil.org/a', 'old.com'],
    ['https://blog.old.com/a', 'old.com'],
    ['https://old.com:8080/a', 'old.com'],
    ['https://old.com/a', 'old.com:8080'],
    ['https://old.com/blogger', 'old.com/blog'],
    ['https://old.com/Blog', 'old.com/blog'],
    ['http://old.com/a', 'https://old.com'],
    ['https://evil.org/?u=https://old.com/', 'old.com'],
    ['https://old.com@evil.org/', 'old.com'],
    ['ftp://old.com/', 'old.com'],
  ])('stays: %s is not of %s', (url, from) => {
    expect(movedUrl(url, site(from), site('new.org'))).toBeUndefined()
  })

  it.each([
    '',
    ' ',
    'old org',
    'old.org?x',
    'old.org/a#b',
    'me@old.org',
    'ftp://old.org',
    '//old.org',
    '...',
    'a..b',
    '-:x',
  ])('%j is no site, or one that no URL has', text => {
    const parsed = parseSite(text)
    expect(parsed === undefined || movedUrl('https://old.org/a', parsed, site('new.org')) === undefined).toBe(
      true,
    )
  })
})

it('a domain of a venue moves as URLs do', () => {
  const [from, to] = [site('old.org/blog'), site('https://new.org')]
  expect(movedDomain('old.org/blog/x', from, to)).toBe('new.org/x')
  expect(movedDomain('old.org', from, to)).toBeUndefined()
  expect(movedDomain('sub.old.org', site('old.org'), to)).toBeUndefined()
})

describe('a card whose site moved', () => {
  const moved = (fields: Omit<KnownFields, 'id'>, from = 'old.org', to = 'new.org') =>
    moveHost({ id: 'aaaaaaaaa1', ...fields }, site(from), site(to)).changes

  it('keeps the old URL and its resource ID', () => {
    expect(moved({ url: 'https://old.org/a' })).toEqual([
      { kind: 'set', pointer: ['url'], value: 'https://new.org/a' },
      { kind: 'append', pointer: ['aliases'], value: resourceId('https://old.org/a') },
      { kind: 'append', pointer: ['also_at'], value: 'https://old.org/a' },
    ])
  })

  it('gets the new one beside each old one in also_at, and leaves archived copies', () => {
    const fields = {
      url: 'https://doi.org/10.1000/x',
      also_at: ['https://old.org/a', 'https://x.org/'],
      archive_url: 'https://old.org/archive',
    }
    expect(moved(fields)).toEqual([{ kind: 'insert', pointer: ['also_at', 1], value: 'https://new.org/a' }])
  })

  it('does not repeat what differs in its scheme alone', () => {
    expect(moved({ url: 'http://old.org/a' }, 'http://old.org', 'https://old.org')).toEqual([
      { kind: 'set', pointer: ['url'], value: 'https://old.org/a' },
      { kind: 'append', pointer: ['aliases'], value: resourceId('http://old.org/a') },
    ])
  })

  it('changes nothing but URLs and aliases, to the byte, and nothing the second time', () => {
    const host = fc.constantFrom('old.org', 'www.old.org', 'sub.old.org', 'x.org', 'new.org')
    const url = fc
      .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('', '/', '/a?b#c', '/blog/x', '/blogs'))
      .map(([scheme, name, rest]) => `${scheme}://${name}${rest}`)
    const fields = fc.record(
      { url, also_at: fc.uniqueArray(url, { minLength: 1, maxLength: 4 }), notes: url, archive_url: url },
      { requiredKeys: ['url', 'notes'] },
    )
    const ways = fc.constantFrom(['old.org', 'new.org'], ['old.org/blog', 'https://new.org'])
    fc.assert(
      fc.property(fields, ways, fc.boolean(), (values, [from = '', to = ''], isWindows) => {
        const plain = `# by hand\n${cardText({ id: 'aaaaaaaaa1', title: 'T', type: 'web', ...values })}`
        const text = isWindows ? plain.replaceAll('\n', '\r\n') : plain
        const move = (before: string) => {
          const card = readBySchema('card', before) as unknown as KnownFields
          const source = new SourceText('a.yaml', 'card', Buffer.from(before))
          const bytes = editedFile(source, moveHost(card, site(from), site(to)).changes)
          return Buffer.from(bytes ?? expect.fail('It cannot be edited.')).toString('utf8')
        }
        const once = move(text)
        const now = readBySchema('card', once) as unknown as KnownFields
        expect(now).toMatchObject({ id: 'aaaaaaaaa1', title: 'T', notes: values.notes })
        expect(now.archive_url).toBe(values.archive_url)
        if (now.url !== values.url) expect(now.aliases).toContain(resourceId(values.url))
        // Every line that was there is there, but for that of the URL.
        const lines = new Set(once.split(/\r?\n/))
        for (const line of text.split(/\r?\n/)) if (!line.startsWith('url:')) expect(lines).toContain(line)
        expect(once.includes('\r\n')).toBe(isWindows)
        expect(move(once)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })
})
