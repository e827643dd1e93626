import { createHash } from 'node:crypto'
import { decodePage } from './decode-page.ts'
import type { FetchedField, FetchRecord } from './fetched-source.ts'
import { httpGet } from './http-get.ts'
import type { HttpAnswer, HttpRequest } from './http-request.ts'
import { pageFields } from './page-fields.ts'
import { pageObstacle } from './page-obstacle.ts'
import { readHtml } from './read-html.ts'

/** What asking one address gave: of a page, or of a registrar. */
export interface Fetched {
  readonly fields: readonly FetchedField[]
  readonly venueName?: string | undefined
  readonly record: Omit<FetchRecord, 'at'>
  readonly problems: readonly string[]
}

const HTML = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5'

export type PageRequest = Omit<HttpRequest, 'accept'>

/** Asks for a page and reads what it says of its source. */
export async function fetchPage(request: PageRequest): Promise<Fetched> {
  const outcome = await httpGet({ ...request, accept: HTML })
  if (outcome.kind === 'answer') return readAnswer(outcome, request)
  return failed('error', outcome.status, outcome.problem)
}

/** What an answer says of the source that was asked for. */
export function readAnswer(
  answer: HttpAnswer,
  { url, limits }: Pick<PageRequest, 'url' | 'limits'>,
): Fetched {
  const { status, contentType, body } = answer
  const refusal = refusalOf(answer)
  if (refusal) return refusal
  if (body === undefined) {
    const size = `larger than ${limits.bytes / 1024 / 1024} MiB, the most that is read`
    return failed(isHtml(contentType) ? 'error' : 'partial', status, `${answer.url} is ${size}.`)
  }
  const record = { http_status: status, content_hash: `sha256:${hashOf(body)}` }
  if (body.length === 0)
    return { fields: [], record: { ...record, status: 'error' }, problems: [`${answer.url} is empty.`] }
  const other = otherKind(contentType, body)
  if (other !== undefined) {
    const problem = `${answer.url} is ${other}, not a web page: it gives no metadata.`
    return { fields: [], record: { ...record, status: 'partial' }, problems: [problem] }
  }
  const page = readHtml(decodePage(body, contentType))
  const obstacle = pageObstacle(page, url, answer.url)
  // The hash of what stood in the way would tell nothing of the source.
  if (obstacle) return failed(obstacle.status, status, obstacle.problem)
  const { fields, venueName } = pageFields(page, url, answer.url)
  const isNamed = fields.some(({ field }) => field === 'title')
  return {
    fields,
    venueName,
    record: { ...record, status: isNamed ? 'ok' : 'partial' },
    problems: isNamed ? [] : [`${answer.url} does not say what it is called.`],
  }
}

/** Statuses by which sites turn programs away; 999 is LinkedIn's own. */
const BLOCKED: ReadonlySet<number> = new Set([401, 402, 403, 407, 429, 451, 503, 999])

function refusalOf({ url, status, retryAfter }: HttpAnswer): Fetched | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 404 || status === 410)
    return failed('not-found', status, `${url} is not there (HTTP ${status}).`)
  if (!BLOCKED.has(status)) return failed('error', status, `${url} gives an error (HTTP ${status}).`)
  const when = retryAfter === undefined ? '' : ` It may be asked again ${later(retryAfter)}.`
  const why =
    status === 429
      ? 'is asked too often'
      : status === 503
        ? 'is not available now'
        : 'refuses to show the page'
  return failed('blocked', status, `${new URL(url).host} ${why} (HTTP ${status}).${when}`)
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). */
function later(retryAfter: string): string {
  return /^\d{1,9}$/.test(retryAfter) ? `in ${retryAfter} seconds` : `after ${retryAfter.slice(0, 40)}`
}

export function failed(
  status: 'blocked' | 'not-found' | 'error' | 'partial',
  code: number | undefined,
  problem: string,
): Fetched {
  const http_status = statusCode(code)
  return {
    fields: [],
    record: { status, ...(http_status === undefined ? {} : { http_status }) },
    problems: [problem],
  }
}

/** A status code as cards may have it (RFC 9110, 15). */
function statusCode(code: number | undefined): number | undefined {
  return code !== undefined && code >= 100 && code <= 599 ? code : undefined
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isHtml(contentType: string): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)
}

/** What a body is that is no HTML, in words; undefined for HTML. Its first bytes tell when the server does not. */
function otherKind(contentType: string, body: Uint8Array): string | undefined {
  const start = Buffer.from(body.subarray(0, 1024)).toString('latin1')
  // Some servers call a PDF a web page.
  if (start.startsWith('%PDF-')) return 'a PDF'
  if (isHtml(contentType)) return undefined
  const type = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,60})/.exec(contentType)?.[1]?.toLowerCase()
  if (type === undefined || type === 'application/octet-stream')
    return /<(?:!doctype html|html|head|meta|title)\b/i.test(start) ? undefined : 'a file of an unknown kind'
  return type === 'application/pdf' ? 'a PDF' : `a file of the kind ${type}`
}
