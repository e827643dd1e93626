import { parseUrl } from '../../../model/canonical-url.ts'
import type { KnownFields } from '../../../model/card.ts'
import { type VenueIndex, venueOf } from '../../../model/credibility.ts'
import { fold } from '../../../model/fold.ts'

/** What a site is called in its page titles, letters and digits only, so that `LessWrong` and `lesswrong` are one. */
export function squeezed(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * The names of the site where a card's source is, squeezed: those of its venue, named or by its URL, and its host,
 * whole (`forum.effectivealtruism.org`) and by its main label (`effectivealtruism`).
 */
export function siteNames(fields: KnownFields, venues: VenueIndex): Set<string> {
  const venue = venueOf(fields, venues)
  const hosts = (venue?.domains ?? []).map(domain => domain.replace(/\/.*$/s, ''))
  const host = fields.url === undefined ? undefined : parseUrl(fields.url)?.hostname
  if (host !== undefined) hosts.push(host)
  const names = [venue?.name ?? '', venue?.id ?? '']
  for (const name of hosts.map(host => host.toLowerCase().replace(/^www\./, '')))
    names.push(name, mainLabel(name))
  return new Set(names.map(squeezed).filter(name => name.length > 1))
}

/** `nature` of `www.nature.com`, `bbc` of `news.bbc.co.uk`. */
function mainLabel(host: string): string {
  const labels = host.split('.')
  const isSecondLevel = labels.length > 2 && /^(?:com?|org|ac|gov|net|edu)$/.test(labels.at(-2) ?? '')
  return labels.at(isSecondLevel ? -3 : -2) ?? ''
}
