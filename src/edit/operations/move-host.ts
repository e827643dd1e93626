import { canonicalUrl, parseUrl } from '../../model/canonical-url.ts'
import type { KnownFields } from '../../model/card.ts'
import { plainHost } from '../../model/host.ts'
import { withoutEndSlashes } from '../../model/without-end-slashes.ts'
import type { Change } from '../change.ts'
import { urlChanges } from './url-changes.ts'

/** Where a site was, or is now. */
export interface Site {
  /** `https` or `http` when it is named. */
  readonly scheme: string | undefined
  /** As it was named. */
  readonly host: string
  /** As hosts are compared: in lower case, without `www.`. */
  readonly plain: string
  /** `''` for the default one. */
  readonly port: string
  /** With a slash in front and none at the end: `/blog`, or `''` for the whole site. */
  readonly path: string
}

/** Reads `old.org`, `old.org:8080/blog` or `https://old.org/blog/`; undefined when it is no site. */
export function parseSite(text: string): Site | undefined {
  const [, scheme, authority = '', path = ''] =
    /^(?:(https?):\/\/)?([^\s/?#@\\]+)(\/[^\s?#\\]*)?$/i.exec(text.trim()) ?? []
  const url = parseUrl(`${scheme ?? 'https'}://${authority}${path}`)
  if (!url || !/[\p{L}\p{N}]/u.test(authority)) return undefined
  return {
    scheme: scheme?.toLowerCase(),
    host: authority.replace(/:\d*$/, ''),
    plain: plainHost(url.hostname),
    port: url.port,
    path: withoutEndSlashes(path),
  }
}

/** The parts of a URL that stay when its site moves; undefined when it is not of that site. */
function partsAt(url: string, site: Site): { scheme: string; user: string; follows: string } | undefined {
  const parsed = parseUrl(url)
  const isPort =
    parsed?.port === site.port && (site.scheme === undefined || parsed.protocol === `${site.scheme}:`)
  if (!parsed || plainHost(parsed.hostname) !== site.plain || !isPort) return undefined
  const [, scheme = '', user = '', , rest = ''] =
    /^(https?):\/\/((?:[^/?#]*@)?)([^/?#]*)(.*)$/is.exec(url) ?? []
  const follows = rest.slice(site.path.length)
  if (!rest.startsWith(site.path) || (follows !== '' && !/^[/?#]/.test(follows))) return undefined
  return { scheme, user, follows }
}

/** Whether a URL is of a site: hosts are the same with and without `www.`; subdomains and other ports are other sites. */
export function isAt(url: string, site: Site): boolean {
  return partsAt(url, site) !== undefined
}

/**
 * A URL after its site has moved: the scheme that the new site names, else its own, the host and path of the new one,
 * and whatever follows, to the byte.
 * @returns undefined when the URL is not of the old site
 */
export function movedUrl(url: string, from: Site, to: Site): string | undefined {
  const parts = partsAt(url, from)
  if (!parts) return undefined
  const port = to.port === '' ? '' : `:${to.port}`
  const moved = `${to.scheme ?? parts.scheme}://${parts.user}${to.host}${port}${to.path}${parts.follows}`
  return moved === url ? undefined : moved
}

/** What a venue's domain becomes when a site moves; undefined when it is not of that site. */
export function movedDomain(domain: string, from: Site, to: Site): string | undefined {
  const moved = movedUrl(`${from.scheme ?? 'https'}://${domain}`, from, to)
  return moved?.replace(/^https?:\/\//i, '')
}

/** What the move of a site makes of a card. */
export interface HostMove {
  readonly changes: readonly Change[]
  /** The card's own URL, when it moves. */
  readonly url: string | undefined
  /** The URLs that are new to the card, its own one included. */
  readonly urls: readonly string[]
}

/**
 * The changes of a card whose source is on a site that moved. Its `url` becomes the new one, and the old one stays in
 * `also_at`; of each old one in `also_at` the new one is put beside it. What the card has already is not added again, so
 * that moving twice is moving once. Archived copies stay, as they are of the old site.
 */
export function moveHost(fields: KnownFields, from: Site, to: Site): HostMove {
  const { url, also_at = [] } = fields
  const moved = url === undefined ? undefined : movedUrl(url, from, to)
  const known = new Set([...(url === undefined ? [] : [url]), ...also_at].map(canonicalUrl))
  const changes: Change[] = []
  const urls: string[] = []
  if (url !== undefined && moved !== undefined) {
    changes.push(...urlChanges(fields, moved))
    // One that differs in its scheme alone counts as the same wherever URLs are compared.
    const isOther = canonicalUrl(url) !== canonicalUrl(moved)
    if (isOther && !also_at.includes(url)) changes.push({ kind: 'append', pointer: ['also_at'], value: url })
    urls.push(moved)
    known.add(canonicalUrl(moved))
  }
  for (const [i, other] of also_at.entries()) {
    const beside = movedUrl(other, from, to)
    if (beside === undefined || known.has(canonicalUrl(beside))) continue
    known.add(canonicalUrl(beside))
    changes.push({ kind: 'insert', pointer: ['also_at', i + 1], value: beside })
    urls.push(beside)
  }
  return { changes, url: moved, urls }
}
