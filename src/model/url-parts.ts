import { rememberLast } from './remember-last.ts'

/** The parts of an absolute http or https URL, as `new URL` gives them. */
export interface UrlParts
  extends Readonly<
    Pick<URL, 'hostname' | 'host' | 'port' | 'username' | 'password' | 'pathname' | 'search' | 'hash'>
  > {
  /** Whether they stand in the text letter by letter: it has a named host in lower case, no port, user or fragment. */
  readonly isPlain: boolean
}

/** Of all its labels together (RFC 1035, 2.3.4). */
const LONGEST_HOST = 253

/**
 * The usual URL, in which a browser would change nothing: labels that are no number or Punycode, no steps of dots, no
 * character that would be encoded. Most are of this form, and `new URL` takes ten times as long.
 */
const PLAIN =
  /^https?:\/\/(?![^/?]*xn--)((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24})(\/(?!\.)(?:[\w~!$&'()*+,;=:@%.-]|\/(?!\.))*)?(\?[\w~!$&()*+,;=:@%./?-]*)?$/

/** The parts of an absolute http or https URL, or undefined; without the cost of `new URL` for most. */
export const urlParts = rememberLast((text: string): UrlParts | undefined => {
  const plain = PLAIN.exec(text)
  if (plain === null) return partsOf(parseUrl(text))
  const [, host = '', pathname = '/', search = ''] = plain
  // An escaped dot is a dot to browsers.
  if (pathname.includes('%2') || host.length > LONGEST_HOST) return partsOf(parseUrl(text))
  return {
    hostname: host,
    host,
    port: '',
    username: '',
    password: '',
    pathname,
    search: search === '?' ? '' : search,
    hash: '',
    isPlain: true,
  }
})

function partsOf(url: URL | undefined): UrlParts | undefined {
  if (url === undefined) return undefined
  const { hostname, host, port, username, password, pathname, search, hash } = url
  return { hostname, host, port, username, password, pathname, search, hash, isPlain: false }
}

/** An absolute http or https URL, or undefined. */
export function parseUrl(text: string): URL | undefined {
  const trimmed = text.trim()
  if (!/^https?:\/\//i.test(trimmed)) return undefined
  try {
    const url = new URL(trimmed)
    return url.hostname.length > LONGEST_HOST ? undefined : url
  } catch {
    return undefined
  }
}
