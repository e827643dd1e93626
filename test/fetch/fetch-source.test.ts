import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Askable, fetchSource } from '../../src/fetch/fetch-source.ts'
import { LIMITS, type Limits } from '../../src/fetch/limits.ts'
import { type Answer, type Page, webServer } from '../support/web-server.ts'

const NOW = '2026-06-15T12:00:00Z'

/** What is fetched of a source from a server with some pages; `BASE` in `what` is its address. */
async function fetched(what: Askable, pages: Readonly<Record<string, Page>>, limits: Partial<Limits> = {}) {
  const server = await webServer(pages)
  const asked = Object.fromEntries(
    Object.entries(what).map(([key, text]) => [key, String(text).replace('BASE', server.url)]),
  )
  const result = await fetchSource(asked, {
    doiResolver: `${server.url}/doi/`,
    arxivBase: `${server.url}/arxiv`,
    now: NOW,
    version: '1.2.3',
    limits: { ...LIMITS, milliseconds: 3000, ...limits },
  })
  const values = Object.fromEntries(result.fields.map(({ field, value }) => [field, value]))
  const asks = server.requests.map(({ url, headers }) => `${url} ${headers.accept?.split(',')[0]}`)
  // The port is another each time.
  const problems = result.problems.map(problem =>
    problem.replaceAll(server.url, 'BASE').replaceAll(new URL(server.url).host, 'HOST'),
  )
  return { ...result, values, asks, problems }
}

const hash = (body: string | Uint8Array) => `sha256:${createHash('sha256').update(body).digest('hex')}`

const PAGE = '<html lang="en"><title>A page of mine</title><meta name="author" content="Ann Other"></html>'

describe('a page', () => {
  it('gives what it says, its status, and the hash of what came', async () => {
    const { fields, fetch, problems } = await fetched({ url: 'BASE/x' }, { '/x': PAGE })
    expect(fields).toEqual([
      { field: 'title', value: 'A page of mine', from: '<title>' },
      { field: 'authors', value: ['Ann Other'], from: 'author' },
      { field: 'language', value: 'en', from: '<html lang>' },
    ])
    expect(fetch).toEqual({ at: NOW, status: 'ok', http_status: 200, content_hash: hash(PAGE) })
    expect(problems).toEqual([])
  })

  it('has the hash of its bytes after decompression', async () => {
    const page: Answer = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(PAGE) }
    const { fetch } = await fetched({ url: 'BASE/x' }, { '/x': page })
    expect(fetch.content_hash).toBe(hash(PAGE))
  })

  it.each([
    ['a PDF', { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7 …' }],
    ['a PDF', { headers: { 'content-type': 'text/html' }, body: '%PDF-1.4 …' }],
    ['a file of the kind image/png', { headers: { 'content-type': 'image/png' }, body: '…' }],
    ['a file of an unknown kind', { headers: { 'content-type': '' }, body: 'plain' }],
  ])('that is %s gives no metadata, but its hash', async (kind, page) => {
    const { fields, fetch, problems } = await fetched({ url: 'BASE/x' }, { '/x': page })
    expect(fields).toEqual([])
    expect(fetch).toEqual({ at: NOW, status: 'partial', http_status: 200, content_hash: hash(page.body) })
    expect(problems).toEqual([`BASE/x is ${kind}, not a web page: it gives no metadata.`])
  })

  it.each([
    [{ status: 404 }, 'not-found', 'BASE/x is not there (HTTP 404).'],
    [{ status: 410 }, 'not-found', 'BASE/x is not there (HTTP 410).'],
    [{ status: 401 }, 'blocked', 'HOST refuses to show the page (HTTP 401).'],
    [{ status: 403 }, 'blocked', 'HOST refuses to show the page (HTTP 403).'],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      'blocked',
      'HOST is asked too often (HTTP 429). It may be asked again in 120 seconds.',
    ],
    [
      { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } },
      'blocked',
      'HOST is not available now (HTTP 503). It may be asked again after Wed, 21 Oct 2026 07:28:00 GMT.',
    ],
    [{ status: 400 }, 'error', 'BASE/x gives an error (HTTP 400).'],
    [{ status: 500 }, 'error', 'BASE/x gives an error (HTTP 500).'],
  ])('with the answer %j is %s', async (answer, status, problem) => {
    const { fields, fetch, problems } = await fetched({ url: 'BASE/x' }, { '/x': { ...answer, body: PAGE } })
    expect(fields).toEqual([])
    expect(fetch).toEqual({ at: NOW, status, http_status: answer.status })
    expect(problems).toEqual([problem])
  })

  it('with a status that HTTP does not know has none in its record', async () => {
    const { fetch } = await fetched({ url: 'BASE/x' }, { '/x': { status: 999 } })
    expect(fetch).toEqual({ at: NOW, status: 'blocked' })
  })

  it('that is too large is told so', async () => {
    const large = await fetched({ url: 'BASE/x' }, { '/x': PAGE.repeat(9) }, { bytes: 512 })
    expect(large.fetch).toEqual({ at: NOW, status: 'error', http_status: 200 })
    expect(large.problems[0]).toMatch(/^BASE\/x is larger than \S+ MiB, the most that is read\.$/)
  })

  it('that is empty, or does not say what it is called, is told so', async () => {
    const empty = await fetched({ url: 'BASE/x' }, { '/x': { body: '' } })
    expect([empty.fetch.status, empty.problems]).toEqual(['error', ['BASE/x is empty.']])
    const nameless = await fetched({ url: 'BASE/x' }, { '/x': '<p>Only text' })
    expect([nameless.fetch.status, nameless.problems]).toEqual([
      'partial',
      ['BASE/x does not say what it is called.'],
    ])
  })

  it.each([
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1')],
    ['a PDF', '\ufeff%PDF-1.7'],
    ['data', '{"title": "<p>no</p>"}'],
    ['a feed', '<?xml version="1.0"?><rss><channel><title>Posts</title></channel></rss>'],
    ['plain text', 'Only text'],
  ])('that is %s, whatever its server calls it, gives no metadata', async (kind, body) => {
    const { fields, fetch, problems } = await fetched({ url: 'BASE/x' }, { '/x': { body } })
    expect([fields, fetch.status]).toEqual([[], 'partial'])
    expect(problems).toEqual([`BASE/x is ${kind}, not a web page: it gives no metadata.`])
  })

  it('that does not come whole gives nothing, and no hash', async () => {
    const part = await fetched({ url: 'BASE/x' }, { '/x': { status: 206, body: PAGE } })
    expect([part.fields, part.fetch]).toEqual([[], { at: NOW, status: 'partial', http_status: 206 }])
    expect(part.problems).toEqual(['BASE/x sends only a part of itself (HTTP 206).'])
    const cut = await fetched({ url: 'BASE/x' }, { '/x': '<html><title>Half of a ti' })
    expect([cut.fields, cut.fetch]).toEqual([[], { at: NOW, status: 'partial', http_status: 200 }])
    const inTag = await fetched({ url: 'BASE/x' }, { '/x': `${PAGE}<a href="/els` })
    expect([inTag.fields, inTag.fetch.status]).toEqual([[], 'partial'])
    expect(cut.problems).toEqual(['BASE/x breaks off in the middle: it did not come whole.'])
  })

  const utf16 = Buffer.from('\ufeff<title>Größe der Welt</title>', 'utf16le')
  const japanese = Buffer.concat([
    Buffer.from('<title>'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    Buffer.from('</title>'),
  ])

  it.each<[string, string, Buffer, string]>([
    ['ISO-8859-1', 'text/html; charset=iso-8859-1', Buffer.from('<title>Größe</title>', 'latin1'), 'Größe'],
    [
      'windows-1252',
      'text/html',
      Buffer.from('<meta charset=windows-1252><title>\x93Gr\xf6\xdfe\x94</title>', 'latin1'),
      '“Größe”',
    ],
    ['UTF-16', 'text/html; charset=utf-8', utf16, 'Größe der Welt'],
    ['Shift_JIS', 'text/html; charset=Shift_JIS', japanese, '日本'],
  ])('in %s is read', async (_name, type, body, title) => {
    const { values, fetch } = await fetched(
      { url: 'BASE/x' },
      { '/x': { headers: { 'content-type': type }, body } },
    )
    expect([values.title, fetch.status]).toEqual([title, 'ok'])
  })

  it('gives no value whose bytes mean nothing in its charset', async () => {
    const body = Buffer.from('<title>Gr\xf6\xdfe</title><meta name=author content="Jane Doe">', 'latin1')
    const { values, fetch, problems } = await fetched({ url: 'BASE/x' }, { '/x': { body } })
    expect([values, fetch.status]).toEqual([{ authors: ['Jane Doe'] }, 'partial'])
    expect(problems).toEqual([
      'The text of BASE/x does not fit its charset, utf-8.',
      'BASE/x does not say what it is called.',
    ])
    const second = Buffer.concat([body, Buffer.from('<meta property=og:title content="Greatness">')])
    expect((await fetched({ url: 'BASE/x' }, { '/x': { body: second } })).values.title).toBe('Greatness')
  })

  it.each([
    ['<title>Just a moment...</title><script>window._cf_chl_opt={}</script>', 'blocked'],
    ['<title>Site</title><form action="/login"><input name=u><input type=password></form>', 'blocked'],
    ['<title>Seite nicht gefunden</title>', 'not-found'],
    ['<title>Database Error</title>', 'error'],
  ])('that stands in the way of another gives nothing of itself: %s', async (body, status) => {
    const { fields, fetch, problems, isAnswered } = await fetched({ url: 'BASE/x' }, { '/x': body })
    expect([fields, fetch, isAnswered]).toEqual([[], { at: NOW, status, http_status: 200 }, true])
    expect(problems).toHaveLength(1)
  })

  it('has no date in a year far ahead', async () => {
    const dated = (date: string) =>
      `<title>T</title><meta property="article:published_time" content="${date}">`
    const far = await fetched({ url: 'BASE/x' }, { '/x': dated('2999-01-01') })
    expect(far.values.published).toBeUndefined()
    const next = await fetched({ url: 'BASE/x' }, { '/x': dated('2027-03-01') })
    expect(next.values.published).toBe('2027-03-01')
  })

  it('that nobody answers for is told apart from one that fails', async () => {
    const gone: Page = (_request, response) => void response.destroy()
    expect((await fetched({ url: 'BASE/x' }, { '/x': gone })).isAnswered).toBe(false)
    expect((await fetched({ url: 'BASE/x' }, { '/x': { status: 500 } })).isAnswered).toBe(true)
    expect((await fetched({}, {})).isAnswered).toBe(false)
  })

  it('that drops the connection is an error with the status that it sent', async () => {
    const half: Page = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000', 'content-type': 'text/html' })
      response.write('<title>Half')
      setTimeout(() => response.destroy(), 30)
    }
    const { fetch, problems } = await fetched({ url: 'BASE/x' }, { '/x': half })
    expect(fetch).toEqual({ at: NOW, status: 'error', http_status: 200 })
    expect(problems).toEqual(['HOST dropped the connection.'])
  })

  it('behind redirects is read by its own address', async () => {
    const { values } = await fetched(
      { url: 'BASE/old' },
      {
        '/old': { status: 301, headers: { location: '/new/page' } },
        '/new/page': '<title>New</title><link rel="canonical" href="../new/page">',
      },
    )
    expect(values).toMatchObject({ title: 'New', also_at: [expect.stringMatching(/\/new\/page$/)] })
  })
})

describe('a DOI', () => {
  const csl = (item: object): Answer => ({
    headers: { 'content-type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
    body: JSON.stringify(item),
  })
  const ITEM = {
    type: 'journal-article',
    title: 'Folding of <i>shapes</i>',
    author: [{ given: 'Maria', 'non-dropping-particle': 'de', family: 'Leo' }],
    issued: { 'date-parts': [[2021, 7, 15]] },
    'container-title': 'Nature',
    DOI: '10.1234/AB',
    URL: 'https://doi.org/10.1234/ab',
  }

  it('is asked for at the resolver, by content negotiation', async () => {
    const result = await fetched(
      { doi: '10.1234/ab(1)<x>#2' },
      { '*': csl({ ...ITEM, DOI: '10.1234/AB(1)<X>#2' }) },
    )
    expect(result.asks).toEqual(['/doi/10.1234/ab(1)%3Cx%3E%232 application/vnd.citationstyles.csl+json'])
    expect(result.values).toEqual({
      doi: '10.1234/ab(1)<x>#2',
      title: 'Folding of shapes',
      type: 'paper',
      authors: ['Maria de Leo'],
      published: '2021-07-15',
    })
    expect(result.venueName).toBe('Nature')
    expect(result.fetch).toEqual({ at: NOW, status: 'ok', http_status: 200 })
  })

  it('for which the registrar tells of another is not taken', async () => {
    const { values, fetch, problems } = await fetched({ doi: '10.1234/other' }, { '*': csl(ITEM) })
    expect([values, fetch.status]).toEqual([{}, 'error'])
    expect(problems).toEqual(['Asked for 10.1234/other, HOST tells of 10.1234/ab; that was not taken.'])
  })

  it.each(['10.1000/../../10.1000/crossref', '10.1000/./x'])(
    'with steps in it is not asked for: %s',
    async doi => {
      const { asks, isAnswered, problems } = await fetched({ doi }, { '*': csl(ITEM) })
      expect([asks, isAnswered]).toEqual([[], false])
      expect(problems).toEqual([`The DOI ${doi} cannot be asked for: a part of it is only dots.`])
    },
  )

  it('has the first of its titles, and none that is no title', async () => {
    const many = await fetched({ doi: '10.1234/ab' }, { '*': csl({ ...ITEM, title: ['One', 'Two'] }) })
    expect(many.values.title).toBe('One')
    const long = await fetched({ doi: '10.1234/ab' }, { '*': csl({ ...ITEM, title: 'x'.repeat(1_000_000) }) })
    expect([long.values.title, long.fetch.status]).toEqual([undefined, 'partial'])
    const middling = await fetched({ doi: '10.1234/ab' }, { '*': csl({ ...ITEM, title: 'x '.repeat(400) }) })
    expect(middling.values.title).toBeUndefined()
  })

  it('in a link is asked for in its place', async () => {
    const { asks, values } = await fetched({ url: 'https://doi.org/10.1234/AB' }, { '*': csl(ITEM) })
    expect(asks).toEqual(['/doi/10.1234/ab application/vnd.citationstyles.csl+json'])
    expect(values.doi).toBe('10.1234/ab')
  })

  it('and a page are both asked; the page fills what is left open', async () => {
    const { asks, values, fetch } = await fetched(
      { url: 'BASE/x', doi: '10.1234/ab' },
      { '/doi/10.1234/ab': csl(ITEM), '/x': PAGE },
    )
    expect(asks).toHaveLength(2)
    expect(values).toMatchObject({ title: 'Folding of shapes', authors: ['Maria de Leo'], language: 'en' })
    expect(fetch).toMatchObject({ status: 'ok', content_hash: hash(PAGE) })
  })

  it('in the address of a page that is blocked still tells what it is', async () => {
    const { values, fetch, problems } = await fetched(
      { url: 'BASE/doi/full/10.1234/ab' },
      { '/doi/10.1234/ab': csl(ITEM), '/doi/full/10.1234/ab': { status: 403 } },
    )
    expect(values.title).toBe('Folding of shapes')
    expect(fetch).toEqual({ at: NOW, status: 'partial', http_status: 403 })
    expect(problems).toEqual(['HOST refuses to show the page (HTTP 403).'])
  })

  it('that only an address seemed to have is not missed', async () => {
    const { fetch, problems } = await fetched({ url: 'BASE/x/10.1234/ab' }, { '/x/10.1234/ab': PAGE })
    expect([fetch.status, problems]).toEqual(['ok', []])
  })

  it('that nobody has is not found', async () => {
    const { fetch, problems } = await fetched({ doi: '10.1234/none' }, {})
    expect(fetch).toEqual({ at: NOW, status: 'not-found', http_status: 404 })
    expect(problems).toEqual(['There is no DOI 10.1234/none.'])
  })

  it('whose registrar has no CSL-JSON leads to its page', async () => {
    const page: Page = (request, response) => {
      const isPage = request.headers.accept === 'text/html'
      response.writeHead(isPage ? 200 : 406, { 'content-type': 'text/html' }).end(isPage ? PAGE : '')
    }
    const { values, asks } = await fetched({ doi: '10.1234/ab' }, { '*': page })
    expect(values.title).toBe('A page of mine')
    expect(asks).toHaveLength(2)
  })

  it('whose registrar answers with a page at once is read there', async () => {
    const { values } = await fetched({ doi: '10.1234/ab' }, { '*': PAGE })
    expect(values.title).toBe('A page of mine')
  })

  it.each(['{', 'null', '"text"', '[]', '[null]'])('whose metadata is %s is an error', async body => {
    const { fetch, problems } = await fetched({ doi: '10.1234/ab' }, { '*': { ...csl({}), body } })
    expect([fetch.status, problems]).toEqual(['error', ['HOST sends no readable metadata of 10.1234/ab.']])
  })
})

describe('an arXiv paper', () => {
  const ABS = `<title>[2301.10140] A paper</title><meta property="og:site_name" content="arXiv.org">
    <link rel="canonical" href="https://arxiv.org/abs/2301.10140v2">
    <meta name="citation_title" content="A paper"><meta name="citation_author" content="Other, Ann">
    <meta name="citation_date" content="2023/01/24"><meta name="citation_doi" content="10.1234/ab">
    <meta name="citation_arxiv_id" content="2301.10140">`

  it.each([
    { arxiv: '2301.10140' },
    { arxiv: '2301.10140v2' },
    { url: 'https://arxiv.org/pdf/2301.10140v1' },
    { doi: '10.48550/arXiv.2301.10140' },
    { url: 'https://doi.org/10.48550/arXiv.2301.10140' },
  ])('is asked for by its page: %j', async what => {
    const { asks, values, venueName } = await fetched(what, { '/arxiv/abs/2301.10140': ABS })
    expect(asks).toEqual(['/arxiv/abs/2301.10140 text/html'])
    expect(values).toEqual({
      url: 'https://arxiv.org/abs/2301.10140',
      arxiv: '2301.10140',
      type: 'paper',
      doi: '10.1234/ab',
      title: 'A paper',
      authors: ['Ann Other'],
      published: '2023-01-24',
    })
    expect(venueName).toBe('arXiv')
  })

  it('that is elsewhere, too, keeps that address', async () => {
    const { values, asks } = await fetched(
      { arxiv: '2301.10140', url: 'BASE/x' },
      { '/arxiv/abs/2301.10140': ABS, '/x': PAGE },
    )
    expect(asks).toHaveLength(2)
    expect(values).toMatchObject({ title: 'A paper', language: 'en' })
    expect(values.url).toBeUndefined()
  })

  it('that is not there is told so', async () => {
    const { problems, fetch } = await fetched({ arxiv: '2301.99999' }, {})
    expect([problems, fetch.status]).toEqual([['There is no arXiv paper 2301.99999.'], 'not-found'])
  })
})

it('says that there is nothing to ask for', async () => {
  const { fetch, problems } = await fetched({ url: 'ftp://example.org/x' }, {})
  expect(fetch).toEqual({ at: NOW, status: 'error' })
  expect(problems).toEqual(['There is no http or https address, DOI or arXiv number to ask for.'])
})

it('asks for so much and no more', () => {
  expect(LIMITS).toEqual({ milliseconds: 15_000, bytes: 5 * 1024 * 1024, redirects: 5 })
})
