import { isAt, type Site } from '../../edit/operations/move-host.ts'
import { parseUrl } from '../../model/canonical-url.ts'
import type { Card } from '../../model/card.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { plainHost } from '../../model/host.ts'

/**
 * What to say when no card has a URL of a site: which other site may be meant.
 * @returns undefined when some card has one, be it in `also_at`
 */
export function unknownSite(cards: readonly Card[], site: Site): string | undefined {
  const urls = cards.flatMap(({ fields }) => [
    ...(fields.url === undefined ? [] : [fields.url]),
    ...(fields.also_at ?? []),
  ])
  if (urls.some(url => isAt(url, site))) return undefined
  const hosts = urls.flatMap(url => parseUrl(url)?.hostname ?? []).map(plainHost)
  const others = new Set(hosts.filter(host => host !== site.plain))
  return `No card has a URL at ${site.host}${site.path}. ${didYouMean(site.plain, others, '')}`.trim()
}
