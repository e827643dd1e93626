import { parseUrl } from '../model/canonical-url.ts'
import { connectionProblem } from './connection-problem.ts'
import type { HttpFailure, HttpOutcome, HttpRequest } from './http-request.ts'
import { bareAddress, redirectProblem } from './redirect-problem.ts'

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Asks for a page. Only http and https, also after redirects; no cookies, no `Referer`. Never throws for what a server
 * does.
 */
export async function httpGet(request: HttpRequest): Promise<HttpOutcome> {
  const { limits } = request
  const signal = AbortSignal.timeout(limits.milliseconds)
  const seen = new Set<string>()
  const first = new URL(request.url)
  // A name and password in an address are for its site alone, and for no message.
  const own = { origin: first.origin, authorization: basic(first) }
  let url = first
  let status: number | undefined
  try {
    while (true) {
      url = bareAddress(url)
      seen.add(url.href)
      const response = await ask(url, own, request, signal)
      status = response.status
      const to = REDIRECTS.has(response.status) ? response.headers.get('location') : null
      if (to === null) return await answer(url, response, limits.bytes)
      // What stands in a redirect is read by nobody.
      await response.body?.cancel()
      const next = URL.canParse(to, url.href) ? parseUrl(new URL(to, url.href).href) : undefined
      if (next === undefined)
        return failure(`${url.href} leads to ${short(to)}, which is no http or https address.`, status)
      // Looking up a name takes its time, too.
      const problem = await inTime(redirectProblem(url, next, seen, request), signal)
      if (problem !== undefined) return failure(problem, status)
      url = next
    }
  } catch (error) {
    return failure(connectionProblem(error, url, limits), status)
  }
}

/** Who we are to a site. */
interface Credentials {
  readonly origin: string
  readonly authorization: string | undefined
}

function ask(
  url: URL,
  { origin, authorization }: Credentials,
  { accept, version }: HttpRequest,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(url.href, {
    redirect: 'manual',
    signal,
    referrerPolicy: 'no-referrer',
    headers: {
      accept,
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'en, *;q=0.5',
      'user-agent': `source-cards/${version} (+https://www.npmjs.com/package/source-cards)`,
      ...(authorization !== undefined && url.origin === origin ? { authorization } : {}),
    },
  })
}

function basic({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined
  const plain = [username, password].map(unescaped).join(':')
  return `Basic ${Buffer.from(plain, 'utf8').toString('base64')}`
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function inTime<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })
}

async function answer(url: URL, response: Response, most: number): Promise<HttpOutcome> {
  const { status, headers } = response
  const retryAfter = headers.get('retry-after')
  return {
    kind: 'answer',
    url: url.href,
    status,
    contentType: headers.get('content-type') ?? '',
    ...(retryAfter === null ? {} : { retryAfter }),
    body: await bodyOf(response, most),
  }
}

/** A body as it comes out of decompression; undefined once it is larger than `most`. The rest is not received. */
async function bodyOf({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  while (true) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.length
    if (size > most) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
}

function failure(problem: string, status?: number): HttpFailure {
  return { kind: 'failure', problem, ...(status === undefined ? {} : { status }) }
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
