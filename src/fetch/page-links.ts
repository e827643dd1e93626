import { canonicalUrl, parseUrl } from '../model/canonical-url.ts'
import { isHomePage, plainHost } from '../model/host.ts'
import { doiIn, sourceKey } from '../model/identifier.ts'
import type { FetchedField } from './fetched-source.ts'
import type { HtmlPage } from './html-page.ts'

/**
 * What a page's canonical link says of where its source is. It is the `url` only when it is the same address, written
 * otherwise; another address of the same site is offered for `also_at`. That of a site's home page, or of another site,
 * counts for nothing: it is a mistake too often.
 * @param given the address that was asked for
 * @param reached where it led
 */
export function pageLinks(html: HtmlPage, given: string, reached: string): FetchedField[] {
  const link = canonicalLink(html, reached)
  const page = parseUrl(given)
  if (!link || !page) return []
  const from = 'link canonical'
  if (isHomePage(link) && !isHomePage(page)) return []
  const doi = doiIn(link.href)
  if (doi !== undefined) return [{ field: 'doi', value: doi, from }]
  if (canonicalUrl(link.href) === canonicalUrl(given)) return [{ field: 'url', value: link.href, from }]
  return isSameSite(link, page) || sourceKey(link.href) === sourceKey(given)
    ? [{ field: 'also_at', value: [link.href], from }]
    : []
}

/** The address that a page calls its own, if it is an absolute one of http or https. */
function canonicalLink({ canonical, base }: HtmlPage, reached: string): URL | undefined {
  const at = base !== undefined && URL.canParse(base, reached) ? new URL(base, reached).href : reached
  const written = canonical?.trim()
  if (written === undefined || written === '' || !URL.canParse(written, at)) return undefined
  const link = parseUrl(new URL(written, at).href)
  return link?.username === '' ? link : undefined
}

/**
 * All addresses of a page: where it was reached, where it was asked for, and its canonical link, where that counts for
 * something.
 */
export function pageAddresses(html: HtmlPage, given: string, reached: string): string[] {
  const own = pageLinks(html, given, reached).flatMap(({ field, value }) =>
    field === 'doi' ? [] : Array.isArray(value) ? value.map(String) : [String(value)],
  )
  return [...new Set([reached, given, ...own])]
}

function isSameSite(a: URL, b: URL): boolean {
  const [one, other] = [plainHost(a.hostname), plainHost(b.hostname)]
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}
