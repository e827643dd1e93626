import { createHash } from 'node:crypto'
import { isHtml, otherKind, otherText } from './body-kind.ts'
import { decodePage, pageEncoding } from './decode-page.ts'
import type { FetchedField, FetchRecord } from './fetched-source.ts'
import { httpGet } from './http-get.ts'
import type { HttpAnswer, HttpFailure, HttpRequest } from './http-request.ts'
import { pageFields } from './page-fields.ts'
import { pageObstacle } from './page-obstacle.ts'
import { readHtml } from './read-html.ts'

/** What asking one address gave: of a page, or of a registrar. */
export interface Fetched {
  readonly fields: readonly FetchedField[]
  readonly venueName?: string | undefined
  readonly record: Omit<FetchRecord, 'at'>
  readonly problems: readonly string[]
  /** Whether no server answered: then it tells nothing of the source, not even that it is gone. */
  readonly isUnanswered?: boolean
}

const HTML = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5'

export type PageRequest = Omit<HttpRequest, 'accept'>

/** Asks for a page and reads what it says of its source. */
export async function fetchPage(request: PageRequest): Promise<Fetched> {
  const outcome = await httpGet({ ...request, accept: HTML })
  if (outcome.kind === 'answer') return readAnswer(outcome, request)
  return failure(outcome)
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
  const encoding = pageEncoding(body, contentType)
  const text = decodePage(body, encoding)
  const other = otherKind(contentType, body) ?? otherText(text)
  if (other !== undefined) {
    const problem = `${answer.url} is ${other}, not a web page: it gives no metadata.`
    return { fields: [], record: { ...record, status: 'partial' }, problems: [problem] }
  }
  const page = readHtml(text)
  const obstacle = pageObstacle(page, url, answer.url)
  // The hash of what stood in the way would tell nothing of the source.
  if (obstacle) return failed(obstacle.status, status, obstacle.problem)
  if (page.isCut)
    return failed('partial', status, `${answer.url} breaks off in the middle: it did not come whole.`)
  const { fields, venueName, isGarbled } = pageFields(page, url, answer.url)
  const isNamed = fields.some(({ field }) => field === 'title')
  return {
    fields,
    venueName,
    record: { ...record, status: isNamed ? 'ok' : 'partial' },
    problems: [
      ...(isGarbled ? [`The text of ${answer.url} does not fit its charset, ${encoding}.`] : []),
      ...(isNamed ? [] : [`${answer.url} does not say what it is called.`]),
    ],
  }
}

/** Statuses by which sites turn programs away; 999 is LinkedIn's own. */
const BLOCKED: ReadonlySet<number> = new Set([401, 402, 403, 407, 429, 451, 503, 999])

function refusalOf({ url, status, retryAfter }: HttpAnswer): Fetched | undefined {
  // Nobody asked for a part.
  if (status === 206) return failed('partial', status, `${url} sends only a part of itself (HTTP 206).`)
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

/** That there is no answer, or none that is whole. */
export function failure({ status, problem }: Pick<HttpFailure, 'status' | 'problem'>): Fetched {
  return { ...failed('error', status, problem), isUnanswered: status === undefined }
}

/** A status code as cards may have it (RFC 9110, 15). */
function statusCode(code: number | undefined): number | undefined {
  return code !== undefined && code >= 100 && code <= 599 ? code : undefined
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
