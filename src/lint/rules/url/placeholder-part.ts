import { plainHost } from '../../../model/host.ts'
import { type UrlParts, urlParts } from '../../../model/url-parts.ts'
import { writtenHost } from './written-host.ts'

/** Names that RFC 2606 and RFC 6761 keep for examples, tests and the own machine. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org|edu))?|test|invalid|localhost|local)$/

/** Hosts that people write until they know better. */
const STAND_IN =
  /^(?:www\.)?(?:(?:todo|tbd|fixme|tba|xxx+|placeholder)(?:\.com|\.org)?|none|unknown|url|link|\.{2,}|…+)$/

const YOUR_OWN =
  /(?:^|\.)(?:your-?(?:domain|site|website|url)|my-?(?:domain|website)|domain|website)\.(?:com|org|tld)$/

/** 0/8, 10/8, 127/8, 169.254/16, 172.16/12 and 192.168/16 (RFC 1918, 1122, 3927). */
const PRIVATE_IP = /^(?:(?:0|10|127)\.\d+|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+$/

/** Three X may be a number, and an identifier in braces is one; a word in braces waits to be replaced. */
const STAND_IN_SEGMENT =
  /^(?:TODO|TBD|TBA|FIXME|PLACEHOLDER|placeholder|[xX]{4,}|\.{3,}|…+|<[^<>]*>|\{[A-Za-z_ ]*\})$/

/**
 * The part of a URL that stands in for what is not known yet, or leads to the own machine; undefined when there is
 * none.
 */
export function placeholderPart(text: string): string | undefined {
  const host = writtenHost(text).toLowerCase()
  if (STAND_IN.test(host) || YOUR_OWN.test(host)) return writtenHost(text)
  const url = urlParts(text)
  if (!url) return undefined
  const resolved = plainHost(url.hostname)
  if (RESERVED.test(resolved) || PRIVATE_IP.test(resolved) || isPrivateIpv6(resolved))
    return writtenHost(text)
  return standInSegment(text) ?? madeUpNumber(url)
}

/** Loopback, unspecified, link-local and unique local addresses (RFC 4291, 4193). */
function isPrivateIpv6(host: string): boolean {
  return /^\[(?:::1?\]|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:)/.test(host)
}

/** Looked for in the text as written: `new URL` drops segments of dots and encodes angle brackets. */
function standInSegment(text: string): string | undefined {
  const path = /^[^?#]*/.exec(text.replace(/^\s*https?:\/\/[^/?#]*/i, ''))?.[0] ?? ''
  return path.split('/').find(segment => STAND_IN_SEGMENT.test(segment))
}

/** arXiv counts papers within each month; `12345` is what people and language models write when they invent one. */
function madeUpNumber({ hostname, pathname }: UrlParts): string | undefined {
  if (!/(?:^|\.)arxiv\.org$/.test(hostname)) return undefined
  return /^\/(?:abs|pdf|html)\/(\d{4}\.(?:0{4,5}|12345|67890|9{5}|x{4,5}))(?:v\d+)?(?:\.pdf)?\/?$/i.exec(
    pathname,
  )?.[1]
}
