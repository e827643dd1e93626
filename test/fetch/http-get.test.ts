import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { httpGet } from '../../src/fetch/http-get.ts'
import type { HttpOutcome } from '../../src/fetch/http-request.ts'
import { LIMITS, type Limits } from '../../src/fetch/limits.ts'
import { type Page, webServer } from '../support/web-server.ts'

const get = (url: string, limits: Partial<Limits> = {}, isPrivate = async (_host: string) => true) =>
  httpGet({
    url,
    accept: 'text/html',
    version: '9.9.9',
    limits: { ...LIMITS, milliseconds: 5000, ...limits },
    isPrivate,
  })

const bodyOf = (outcome: HttpOutcome) =>
  outcome.kind === 'answer' && outcome.body ? Buffer.from(outcome.body).toString() : outcome

const leads = (to: string, status = 302): Page => ({ status, headers: { location: to } })

describe('a request', () => {
  it('says who asks, and tells nothing else of the reader', async () => {
    const { url, requests } = await webServer({ '/a': leads('/b'), '/b': 'hello' })
    expect(bodyOf(await get(`${url}/a`))).toBe('hello')
    const { headers } = requests[1] ?? {}
    expect(headers?.['user-agent']).toBe('source-cards/9.9.9 (+https://www.npmjs.com/package/source-cards)')
    expect(headers?.accept).toBe('text/html')
    expect(headers?.referer).toBeUndefined()
    expect(headers?.cookie).toBeUndefined()
  })

  it('keeps no cookie from one answer to the next', async () => {
    const { url, requests } = await webServer({
      '/a': { status: 302, headers: { location: '/b', 'set-cookie': 'id=1' } },
      '/b': 'hello',
    })
    await get(`${url}/a`)
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
  })

  it('gives a name and password in an address to its site alone, and tells nobody else', async () => {
    const other = await webServer({ '/c': 'hello' })
    const { url, requests } = await webServer({ '/a': leads('/b'), '/b': leads(`${other.url}/c`) })
    const outcome = await get(`${url.replace('://', '://ann:p%40ss@')}/a`)
    expect(bodyOf(outcome)).toBe('hello')
    const basic = `Basic ${Buffer.from('ann:p@ss').toString('base64')}`
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([basic, basic])
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
    expect(JSON.stringify(outcome)).not.toContain('ann')
  })
})

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('are followed: %i', async status => {
    const { url } = await webServer({ '/a': leads('b?x=1', status), '/b?x=1': 'hello' })
    expect(await get(`${url}/a#part`)).toMatchObject({ kind: 'answer', url: `${url}/b?x=1`, status: 200 })
  })

  it('end after five', async () => {
    const chain = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`/${i}`, leads(`/${i + 1}`)]))
    const { url, requests } = await webServer(chain)
    expect(await get(`${url}/0`)).toEqual({
      kind: 'failure',
      problem: `${url}/0 leads on and on: more than 5 redirects.`,
      status: 302,
    })
    expect(requests).toHaveLength(6)
    expect(await get(`${url}/4`)).toMatchObject({ kind: 'answer', status: 404 })
  })

  it('that go in a circle are recognised', async () => {
    const { url, requests } = await webServer({ '/a': leads('/b'), '/b': leads('/a') })
    expect(await get(`${url}/a`)).toEqual({
      kind: 'failure',
      problem: `${url}/b leads back to ${url}/a: its redirects go in a circle.`,
      status: 302,
    })
    expect(requests).toHaveLength(2)
  })

  it.each([
    'ftp://example.org/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://',
  ])('to %s are refused', async to => {
    const { url } = await webServer({ '/a': leads(to) })
    expect(await get(`${url}/a`)).toEqual({
      kind: 'failure',
      problem: `${url}/a leads to ${to}, which is no http or https address.`,
      status: 302,
    })
  })

  it('without an address are an answer like any other', async () => {
    const { url } = await webServer({ '/a': { status: 302, body: 'where?' } })
    expect(await get(`${url}/a`)).toMatchObject({ kind: 'answer', status: 302 })
  })

  it('from the internet into a private network are refused', async () => {
    const { url, requests } = await webServer({ '/a': leads('http://[::1]:9/secret'), '/b': 'secret' })
    const isPrivate = async (host: string) => host === '[::1]'
    expect(await get(`${url}/a`, {}, isPrivate)).toEqual({
      kind: 'failure',
      problem: `${url}/a leads to [::1]:9, which is in a private network; that is not followed.`,
      status: 302,
    })
    expect(requests).toHaveLength(1)
  })

  it('do not wait for ever for a name to be looked up', async () => {
    const { url } = await webServer({ '/a': leads('/b') })
    expect(await get(`${url}/a`, { milliseconds: 200 }, () => new Promise(() => {}))).toMatchObject({
      problem: `${new URL(url).host} took longer than 0.2 seconds to answer.`,
    })
  })
})

describe('limits', () => {
  const late = (host: string) => ({
    kind: 'failure',
    problem: `${host} took longer than 0.3 seconds to answer.`,
  })

  it('cut off a server that sends nothing', async () => {
    const { url } = await webServer({ '*': () => {} })
    expect(await get(url, { milliseconds: 300 })).toEqual(late(new URL(url).host))
  })

  it('cut off a body that drips', async () => {
    const { url } = await webServer({
      '*': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const drip = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(drip))
      },
    })
    expect(await get(url, { milliseconds: 300 })).toEqual({ ...late(new URL(url).host), status: 200 })
  })

  it('count the time of all redirects together', async () => {
    const slow: Page = (request, response) => {
      const to = `${Number(request.url?.slice(1)) + 1}`
      setTimeout(() => response.writeHead(302, { location: `/${to}` }).end(), 100)
    }
    const { url } = await webServer({ '*': slow })
    expect(await get(`${url}/1`, { milliseconds: 300 })).toMatchObject(late(new URL(url).host))
  })

  it('stop a body that never ends', async () => {
    let isClosed: () => void = () => {}
    const closed = new Promise<void>(resolve => {
      isClosed = resolve
    })
    const { url } = await webServer({
      '*': (_request, response) => {
        response.on('close', isClosed)
        const more = () => {
          while (response.write(Buffer.alloc(64 * 1024))) if (response.destroyed) return
        }
        response.on('drain', more)
        more()
      },
    })
    expect(await get(url, { bytes: 1024 * 1024 })).toMatchObject({ kind: 'answer', body: undefined })
    await closed
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('stop a bomb of %s', async (encoding, compress) => {
    const body = compress(Buffer.alloc(16 * 1024 * 1024))
    expect(body.length).toBeLessThan(100 * 1024)
    const { url } = await webServer({ '*': { headers: { 'content-encoding': encoding }, body } })
    expect(await get(url)).toMatchObject({ kind: 'answer', status: 200, body: undefined })
  })

  it('let a body of just that size through', async () => {
    const { url } = await webServer({ '*': 'x'.repeat(1000) })
    expect(bodyOf(await get(url, { bytes: 1000 }))).toBe('x'.repeat(1000))
    expect(bodyOf(await get(url, { bytes: 999 }))).toMatchObject({ body: undefined })
  })
})

describe('compression', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('of the kind %s is undone', async (encoding, compress) => {
    const { url } = await webServer({
      '*': { headers: { 'content-encoding': encoding }, body: compress('<title>Größe</title>') },
    })
    expect(bodyOf(await get(url))).toBe('<title>Größe</title>')
  })

  it('that is none is a failure', async () => {
    const { url } = await webServer({
      '*': { headers: { 'content-encoding': 'gzip' }, body: 'no gzip at all' },
    })
    expect(await get(url)).toEqual({
      kind: 'failure',
      problem: `${new URL(url).host} sends what cannot be decompressed.`,
      status: 200,
    })
  })
})

describe('a connection', () => {
  it('that is refused', async () => {
    const { url } = await webServer({})
    const port = Number(new URL(url).port)
    const free = `http://127.0.0.1:${port === 65_535 ? port - 1 : port + 1}`
    const outcome = await get(free)
    expect(outcome).toEqual({ kind: 'failure', problem: `${new URL(free).host} refuses the connection.` })
  })

  it('that is dropped before the answer', async () => {
    const { url } = await webServer({ '*': request => request.socket.destroy() })
    expect(await get(url)).toEqual({
      kind: 'failure',
      problem: `${new URL(url).host} dropped the connection.`,
    })
  })

  it('that is dropped within the body', async () => {
    const { url } = await webServer({
      '*': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('<title>Half')
        setTimeout(() => response.destroy(), 50)
      },
    })
    expect(await get(url)).toEqual({
      kind: 'failure',
      problem: `${new URL(url).host} dropped the connection.`,
      status: 200,
    })
  })

  it('that speaks no TLS', async () => {
    const { url } = await webServer({ '*': 'hello' })
    expect(await get(url.replace('http:', 'https:'))).toEqual({
      kind: 'failure',
      problem: `${new URL(url).host} does not speak TLS as it should.`,
    })
  })

  it('to a name that nobody has', async () => {
    expect(await get('http://no-such-host.invalid/x')).toMatchObject({
      kind: 'failure',
      problem: expect.stringMatching(
        /^no-such-host\.invalid (?:was not found|could not be looked up): check/,
      ),
    })
  })

  it('to a port that is not for web pages', async () => {
    expect(await get('http://127.0.0.1:25/')).toEqual({
      kind: 'failure',
      problem: '127.0.0.1:25 names a port that is not for web pages.',
    })
  })
})
