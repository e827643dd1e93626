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
export function pageLinks({ canonical, base }: HtmlPage, given: string, reached: string): FetchedField[] {
  const at = base !== undefined && URL.canParse(base, reached) ? new URL(base, reached).href : reached
  const written = canonical?.trim()
  if (written === undefined || written === '' || !URL.canParse(written, at)) return []
  const link = parseUrl(new URL(written, at).href)
  const page = parseUrl(given)
  if (!link || !page || link.username !== '') return []
  const from = 'link canonical'
  if (isHomePage(link) && !isHomePage(page)) return []
  const doi = doiIn(link.href)
  if (doi !== undefined) return [{ field: 'doi', value: doi, from }]
  if (canonicalUrl(link.href) === canonicalUrl(given)) return [{ field: 'url', value: link.href, from }]
  return isSameSite(link, page) || sourceKey(link.href) === sourceKey(given)
    ? [{ field: 'also_at', value: [link.href], from }]
    : []
}

function isSameSite(a: URL, b: URL): boolean {
  const [one, other] = [plainHost(a.hostname), plainHost(b.hostname)]
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}
