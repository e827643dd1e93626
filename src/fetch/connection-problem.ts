import type { Limits } from './limits.ts'

/** What Node and OpenSSL call what goes wrong between two machines, and what it means, to go on after the host. */
const MEANINGS: readonly (readonly [code: RegExp, meaning: string])[] = [
  [/^ENOTFOUND$/, 'was not found: check how the address is spelled, and the connection to the internet'],
  [/^EAI_AGAIN$/, 'could not be looked up: check the connection to the internet'],
  [/^ECONNREFUSED$/, 'refuses the connection'],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'dropped the connection'],
  [/^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, 'cannot be reached from this network'],
  [/^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'does not answer'],
  [/^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'has a certificate that is not valid today'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'has a certificate for another name'],
  [/CERT|SELF_SIGNED|SIGNATURE/, 'has a certificate that cannot be trusted'],
  [/^(?:ERR_SSL|ERR_TLS|EPROTO)/, 'does not speak TLS as it should'],
  [/^(?:HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES|ERR_ASSERTION$)/, 'does not speak HTTP as it should'],
  [/^(?:Z_|ERR__?ERROR_|ERR_BROTLI|ERR_PADDING|ERR_BUFFER)/, 'sends what cannot be decompressed'],
]

/**
 * Why there is no answer, or none that is whole: a sentence.
 * @param error what `fetch` threw, or the reading of its body
 */
export function connectionProblem(error: unknown, url: URL, { milliseconds }: Limits): string {
  if (isNamed(error, 'TimeoutError') || isNamed(error, 'AbortError'))
    return `${url.host} took longer than ${milliseconds / 1000} seconds to answer.`
  const codes = [...causes(error)].flatMap(cause => (typeof cause.code === 'string' ? cause.code : []))
  for (const code of codes) {
    const meaning = MEANINGS.find(([form]) => form.test(code))?.[1]
    if (meaning !== undefined) return `${url.host} ${meaning}.`
  }
  // undici tells of a port that browsers block, and of a body that ends early, in words only.
  const words = [...causes(error)].map(({ message }) => message).join(' ')
  if (/bad port/.test(words)) return `${url.host} names a port that is not for web pages.`
  if (/terminated|other side closed/.test(words)) return `${url.host} dropped the connection.`
  return `${url.host} could not be asked${codes[0] === undefined ? '' : ` (${codes[0]})`}.`
}

function isNamed(error: unknown, name: string): boolean {
  return [...causes(error)].some(cause => cause.name === name)
}

/** An error, what caused it, and what caused that. */
function* causes(error: unknown): Iterable<NodeJS.ErrnoException> {
  let cause = error
  for (let depth = 0; cause instanceof Error && depth < 5; depth++) {
    yield cause
    if (cause instanceof AggregateError) yield* cause.errors.filter(each => each instanceof Error)
    cause = cause.cause
  }
}
