import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/load/schemas.ts'
import { answering } from '../support/answers.ts'
import { directoryWith } from '../support/library.ts'
import { runCards, type Surroundings } from '../support/run-cards.ts'
import { type Page, webServer } from '../support/web-server.ts'

const PAGE = `<html lang="en"><title>The real title</title><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-05-06T00:00:00Z"><meta property="og:site_name" content="The Journal">`
const VENUES = '- id: journal\n  name: The Journal\n'

/** A library whose cards are at a server with some pages, and ways to look at both. */
async function library(
  pages: Readonly<Record<string, Page>>,
  cards: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, string>> = {},
) {
  const { url, requests } = await webServer(pages)
  const files = Object.entries(cards).map(([id, lines]) => [
    `cards/${id}.yaml`,
    [`id: ${id}`, ...lines, ''].join('\n').replaceAll('BASE', url),
  ])
  const cwd = directoryWith({
    'cards.config.yaml': `fetch:\n  doi_resolver: ${url}/doi/\n  arxiv: ${url}/arxiv/\n`,
    ...Object.fromEntries(files),
    ...more,
  })
  const path = (id: string) => join(cwd, 'cards', `${id}.yaml`)
  return {
    requests,
    path,
    read: (id: string) =>
      readFileSync(path(id), 'utf8')
        .replaceAll(url, 'BASE')
        .replace(/sha256:\w+/, 'HASH'),
    fetch: async (args: readonly string[], surroundings: Surroundings = {}) => {
      const outcome = await runCards(['fetch', ...args], { cwd, ...surroundings })
      const plain = (text: string) => text.replaceAll(url, 'BASE').replace(/sha256:\w+/g, 'HASH')
      return { exitCode: outcome.exitCode, stdout: plain(outcome.stdout), stderr: plain(outcome.stderr) }
    },
  }
}

const POST = ['# mine', 'url: BASE/post', 'title: "Mine"   # keep this', 'type: blog']
const RECORD =
  'fetch:\n  at: "2026-06-15T12:00:00Z"\n  status: ok\n  http_status: 200\n  content_hash: HASH\n'

describe('cards fetch', () => {
  it('fills what a card lacks, says where each value is from, and leaves the rest as it is', async () => {
    const { fetch, read } = await library({ '/post': PAGE }, { aaaaaaaaaa: POST })
    expect(await fetch(['aaaaaaaaaa'])).toEqual({
      exitCode: 0,
      stdout: 'cards/aaaaaaaaaa.yaml\n',
      stderr: `aaaaaaaaaa: filled: authors from author, published from article:published_time, language from <html lang>
aaaaaaaaaa: Its venue “The Journal” is not in venues.yaml, so it was not filled in.
`,
    })
    expect(read('aaaaaaaaaa')).toBe(`id: aaaaaaaaaa
# mine
url: BASE/post
title: "Mine"   # keep this
type: blog
authors:
  - Jane Doe
published: "2024-05-06"
language: en
${RECORD}`)
  })

  it('is done when there is nothing more to fill, but for the record', async () => {
    const { fetch, read } = await library({ '/post': PAGE }, { aaaaaaaaaa: POST })
    await fetch(['aaaaaaaaaa'])
    const before = read('aaaaaaaaaa')
    const again = await fetch(['aaaaaaaaaa'])
    expect(again.stdout).toBe('')
    expect(again.stderr).toContain('aaaaaaaaaa: Its venue')
    expect(read('aaaaaaaaaa')).toBe(before)
  })

  it('replaces the fields that it is told to', async () => {
    const { fetch, read } = await library({ '/post': PAGE }, { aaaaaaaaaa: [...POST, 'authors: [Somebody]'] })
    await fetch(['aaaaaaaaaa', '--overwrite', 'title'])
    expect(read('aaaaaaaaaa')).toContain(
      'title: "The real title"   # keep this\ntype: blog\nauthors: [Somebody]\n',
    )
  })

  it('tells what is replaced apart, with what was there', async () => {
    const { fetch } = await library({ '/post': PAGE }, { aaaaaaaaaa: [...POST, 'authors: [Somebody]'] })
    const { stderr } = await fetch(['aaaaaaaaaa', '--overwrite', 'title,authors'])
    expect(stderr).toMatch(
      /^aaaaaaaaaa: filled: published from \S+, language from <html lang>\naaaaaaaaaa: replaced: title from <title>, before “Mine”\naaaaaaaaaa: replaced: authors from author, before “Somebody”\n/,
    )
  })

  it('keeps the ID of the old address among the names of a card whose url is replaced', async () => {
    const { fetch, read } = await library(
      { '/post/': '<title>T</title><link rel="canonical" href="/post">' },
      { aaaaaaaaaa: ['url: BASE/post/', 'title: T', 'type: blog'] },
    )
    await fetch(['aaaaaaaaaa', '--overwrite', 'url'])
    expect(read('aaaaaaaaaa')).toMatch(/^url: BASE\/post\n[\s\S]*^aliases:\n {2}- "?\w{16}"?\n/m)
  })

  it('knows which fields can be fetched', async () => {
    const { fetch, requests } = await library({}, { aaaaaaaaaa: POST })
    const { exitCode, stderr } = await fetch(['aaaaaaaaaa', '--overwrite', 'titel'])
    expect([exitCode, stderr]).toEqual([
      2,
      'error: `titel` is no field that can be fetched.\nDid you mean `title`?\n',
    ])
    expect((await fetch(['aaaaaaaaaa', '--overwrite', 'summary'])).exitCode).toBe(2)
    expect(requests).toEqual([])
  })

  it('fills the venue that the library knows by its name, or by the address', async () => {
    const { fetch, read } = await library(
      { '/post': PAGE },
      { aaaaaaaaaa: POST },
      { 'cards/venues.yaml': VENUES },
    )
    const { stderr } = await fetch(['aaaaaaaaaa'])
    expect(stderr).toContain('venue from the name “The Journal”')
    expect(read('aaaaaaaaaa')).toContain('published: "2024-05-06"\nvenue: journal\nlanguage: en\n')
  })

  it('with --dry-run shows the difference and writes nothing', async () => {
    const { fetch, path } = await library({ '/post': PAGE }, { aaaaaaaaaa: POST })
    const before = readFileSync(path('aaaaaaaaaa'), 'utf8')
    const { stdout, stderr, exitCode } = await fetch(['aaaaaaaaaa', '--dry-run'])
    expect(stdout).toContain('+authors:\n+  - Jane Doe\n+published: "2024-05-06"\n+language: en\n+fetch:\n')
    expect(stderr).toMatch(/^aaaaaaaaaa: would be filled: authors from author, /)
    expect([exitCode, readFileSync(path('aaaaaaaaaa'), 'utf8')]).toEqual([0, before])
  })

  it('shows a person the difference, and writes only with a yes', async () => {
    const { fetch, path } = await library({ '/post': PAGE }, { aaaaaaaaaa: POST })
    const before = readFileSync(path('aaaaaaaaaa'), 'utf8')
    const no = answering(false)
    const refused = await fetch(['aaaaaaaaaa'], { prompts: no, columns: 80 })
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('Cancelled; nothing was written.')
    expect(no.asked[0]).toMatch(/^aaaaaaaaaa: filled: authors from author, /)
    expect(no.asked[1]).toContain('+  - Jane Doe\n')
    expect(no.asked[2]).toBe('Change this card?')
    expect(readFileSync(path('aaaaaaaaaa'), 'utf8')).toBe(before)
    const yes = await fetch(['aaaaaaaaaa'], { prompts: answering(true), columns: 80 })
    expect([yes.exitCode, yes.stderr]).toEqual([0, ''])
    expect(readFileSync(path('aaaaaaaaaa'), 'utf8')).toContain('Jane Doe')
  })

  it('asks nobody with --yes', async () => {
    const { fetch, read } = await library({ '/post': PAGE }, { aaaaaaaaaa: POST })
    expect((await fetch(['aaaaaaaaaa', '-y'], { prompts: answering(), columns: 80 })).exitCode).toBe(0)
    expect(read('aaaaaaaaaa')).toContain('Jane Doe')
  })
})

describe('a fetch that fails', () => {
  it('is recorded, told, and does not keep others from being filled', async () => {
    const { fetch, read } = await library(
      { '/post': PAGE, '/wall': { status: 403 } },
      {
        aaaaaaaaaa: POST,
        bbbbbbbbbb: ['url: BASE/gone', 'title: B', 'type: web'],
        cccccccccc: ['url: BASE/wall', 'title: C', 'type: web'],
      },
    )
    const { exitCode, stdout, stderr } = await fetch(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', '--quiet'])
    expect(exitCode).toBe(1)
    expect(stdout).toBe('cards/aaaaaaaaaa.yaml\ncards/bbbbbbbbbb.yaml\ncards/cccccccccc.yaml\n')
    expect(stderr).toMatch(
      /^bbbbbbbbbb: BASE\/gone is not there \(HTTP 404\)\.\ncccccccccc: \S+ refuses to show the page \(HTTP 403\)\.\n1 filled, 2 failed\.\n$/,
    )
    expect(read('bbbbbbbbbb')).toBe(
      'id: bbbbbbbbbb\nurl: BASE/gone\ntitle: B\ntype: web\nfetch:\n  at: "2026-06-15T12:00:00Z"\n  status: not-found\n  http_status: 404\n',
    )
    expect(read('cccccccccc')).toContain('  status: blocked\n  http_status: 403\n')
    expect(read('aaaaaaaaaa')).toContain('Jane Doe')
  })

  it('takes the place of the last record, and keeps what it does not tell', async () => {
    const { fetch, read } = await library(
      {},
      {
        aaaaaaaaaa: [
          ...POST,
          'fetch:',
          '  at: 2020-01-01 # long ago',
          '  status: ok',
          '  http_status: 200',
          '  content_hash: md5:ab12',
          '  file: kept.txt',
        ],
      },
    )
    await fetch(['aaaaaaaaaa'])
    expect(read('aaaaaaaaaa')).toContain(
      'fetch:\n  at: "2026-06-15T12:00:00Z" # long ago\n  status: not-found\n  http_status: 404\n  content_hash: md5:ab12\n  file: kept.txt\n',
    )
  })

  it('without any answer writes nothing at all', async () => {
    const { fetch, read } = await library(
      {
        '/a': (_request, response) => void response.destroy(),
        '/b': (_request, response) => void response.destroy(),
      },
      {
        aaaaaaaaaa: ['url: BASE/a', 'title: A', 'type: web', 'fetch: { at: 2020-01-01, status: ok }'],
        bbbbbbbbbb: ['url: BASE/b', 'title: B', 'type: web'],
      },
    )
    const before = [read('aaaaaaaaaa'), read('bbbbbbbbbb')]
    const { exitCode, stdout, stderr } = await fetch(['--where', 'type:web', '--yes'])
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^aaaaaaaaaa: \S+ dropped the connection\.\nbbbbbbbbbb: .*\n0 filled, 2 failed\.\n$/,
    )
    expect([read('aaaaaaaaaa'), read('bbbbbbbbbb')]).toEqual(before)
  })

  it('is that of a card with nothing to ask for', async () => {
    const { fetch, requests, read } = await library(
      {},
      { aaaaaaaaaa: ['isbn: 978-0-525-55861-3', 'title: A', 'type: book'] },
    )
    const { exitCode, stderr } = await fetch(['aaaaaaaaaa'])
    expect([exitCode, stderr, requests]).toEqual([
      1,
      'aaaaaaaaaa: It has no url, doi or arxiv to ask for.\n',
      [],
    ])
    expect(read('aaaaaaaaaa')).not.toContain('fetch')
  })

  it('is no reason to leave an unknown reference untold', async () => {
    const { fetch, read } = await library({ '/post': PAGE }, { aaaaaaaaaa: POST })
    const { exitCode, stderr } = await fetch(['aaaaaaaaaa', 'zzzzzzzzzz'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('There is no card zzzzzzzzzz')
    expect(read('aaaaaaaaaa')).toContain('Jane Doe')
  })
})

describe('cards fetch --where', () => {
  const CARDS = {
    aaaaaaaaaa: POST,
    bbbbbbbbbb: ['doi: 10.1234/ab', 'title: B', 'type: paper'],
    cccccccccc: ['arxiv: "2301.10140"', 'title: C', 'type: paper'],
  }
  const PAGES: Record<string, Page> = {
    '/post': PAGE,
    '/doi/10.1234/ab': {
      headers: { 'content-type': 'application/vnd.citationstyles.csl+json' },
      body: JSON.stringify({
        title: 'B',
        type: 'article-journal',
        author: [{ given: 'Ann', family: 'Other' }],
      }),
    },
    '/arxiv/abs/2301.10140':
      '<meta name=citation_title content="C"><meta name=citation_author content="Other, Bo">',
  }

  it('fetches what a query matches, of pages, DOIs and arXiv', async () => {
    const { fetch, read } = await library(PAGES, CARDS)
    const { exitCode, stderr } = await fetch(['--where', 'no:authors type:paper', '--yes'])
    expect(stderr).toBe(
      `bbbbbbbbbb: filled: authors from the metadata of the DOI
cccccccccc: filled: url from arXiv, authors from citation_author
2 filled, 0 failed.
`,
    )
    expect(exitCode).toBe(0)
    expect(read('aaaaaaaaaa')).not.toContain('fetch')
    expect(read('bbbbbbbbbb')).toContain('authors:\n  - Ann Other\n')
    expect(read('cccccccccc')).toContain('url: https://arxiv.org/abs/2301.10140\n')
  })

  it('asks how many before it asks the network', async () => {
    const { fetch, requests } = await library(PAGES, CARDS)
    const script = await fetch(['--where', 'has:type'])
    expect([script.exitCode, script.stderr]).toEqual([
      2,
      'error: --where would fetch 3 cards, and nobody is there to be asked.\nSee what would change with --dry-run, then give --yes.\n',
    ])
    const person = answering(false)
    expect((await fetch(['--where', 'has:type'], { prompts: person, columns: 80 })).exitCode).toBe(1)
    expect(person.asked).toEqual(['Fetch 3 cards?'])
    expect(requests).toEqual([])
  })

  it('that matches nothing asks for nothing', async () => {
    const { fetch } = await library(PAGES, CARDS)
    expect(await fetch(['--where', 'type:code'])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'No card matches.\n',
    })
  })

  it('excludes references, and one of them is needed', async () => {
    const { fetch } = await library(PAGES, CARDS)
    expect((await fetch(['aaaaaaaaaa', '--where', 'type:code'])).exitCode).toBe(2)
    expect((await fetch([])).exitCode).toBe(2)
    expect((await fetch(['aaaaaaaaaa', '--yes', '--dry-run'])).exitCode).toBe(2)
  })
})

describe('cards fetch --json', () => {
  it('tells what became of each card, as its schema says', async () => {
    const { fetch } = await library(
      { '/post': PAGE },
      { aaaaaaaaaa: POST, bbbbbbbbbb: ['url: BASE/gone', 'title: B', 'type: web'] },
      { 'cards/venues.yaml': VENUES },
    )
    const { exitCode, stdout } = await fetch(['aaaaaaaaaa', 'bbbbbbbbbb', '--json'])
    const rows = JSON.parse(stdout)
    expect(exitCode).toBe(1)
    expect(rows).toEqual([
      {
        id: 'aaaaaaaaaa',
        path: 'aaaaaaaaaa.yaml',
        status: 'ok',
        http_status: 200,
        filled: [
          { field: 'authors', from: 'author' },
          { field: 'published', from: 'article:published_time' },
          { field: 'language', from: '<html lang>' },
          { field: 'venue', from: 'the name “The Journal”' },
        ],
        problems: [],
      },
      {
        id: 'bbbbbbbbbb',
        path: 'bbbbbbbbbb.yaml',
        status: 'not-found',
        http_status: 404,
        filled: [],
        problems: ['BASE/gone is not there (HTTP 404).'],
      },
    ])
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validate(schemas['output-fetch'], rows)).toBe(true)
  })
})

describe('a card that is changed while its source is fetched', () => {
  /** Answers only after a file was written. */
  const meanwhile =
    (write: () => void): Page =>
    (_request, response) => {
      write()
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
    }

  it('is planned anew: what somebody filled in stays', async () => {
    let write = () => {}
    const { fetch, read, path } = await library({ '/post': meanwhile(() => write()) }, { aaaaaaaaaa: POST })
    write = () => {
      const text = readFileSync(path('aaaaaaaaaa'), 'utf8')
      writeFileSync(path('aaaaaaaaaa'), `${text}authors: [By hand]\n`)
    }
    expect((await fetch(['aaaaaaaaaa'])).exitCode).toBe(0)
    expect(read('aaaaaaaaaa')).toContain('authors: [By hand]\npublished: "2024-05-06"\n')
  })

  it('is left alone when it names another source by then', async () => {
    let write = () => {}
    const { fetch, read, path } = await library({ '/post': meanwhile(() => write()) }, { aaaaaaaaaa: POST })
    const other = 'id: aaaaaaaaaa\nurl: https://example.org/other\ntitle: Other\ntype: web\n'
    write = () => writeFileSync(path('aaaaaaaaaa'), other)
    const { exitCode, stderr } = await fetch(['aaaaaaaaaa'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('aaaaaaaaaa: It was changed meanwhile and names another source, or is gone')
    expect(read('aaaaaaaaaa')).toBe(other)
  })
})

it('leaves a value alone that lint complains about, and does not take it for empty', async () => {
  const { fetch, read } = await library({ '/post': PAGE }, { aaaaaaaaaa: [...POST, 'published: May 2024'] })
  expect((await fetch(['aaaaaaaaaa'])).exitCode).toBe(0)
  expect(read('aaaaaaaaaa')).toContain('published: May 2024\n')
  await fetch(['aaaaaaaaaa', '--overwrite', 'published'])
  expect(read('aaaaaaaaaa')).toContain('published: "2024-05-06"\n')
})

it('shows a terminal nothing of a page that could drive it', async () => {
  const evil = `<title>T</title><meta property="og:site_name" content="Evil &#27;[31m&#x202e; site">`
  const { fetch } = await library({ '/post': evil }, { aaaaaaaaaa: POST })
  const { stderr } = await fetch(['aaaaaaaaaa', '--yes'], { columns: 80 })
  expect(stderr).toContain('Evil')
  expect(stderr.replace(/\u001b\[\d*m/g, '')).not.toMatch(/[\u001b\u202e]/)
})
