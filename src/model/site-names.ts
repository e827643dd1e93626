import { parseUrl } from './canonical-url.ts'
import type { KnownFields } from './card.ts'
import { type VenueIndex, venueOf } from './credibility.ts'
import { lettersOf } from './fold.ts'
import { domainParts, plainHost } from './host.ts'

/**
 * The names of the site where a card's source is, as `lettersOf` gives them, so that `LessWrong` and `lesswrong` are
 * one: those of its venue, named or by its URL, and its host, whole (`forum.effectivealtruism.org`) and by its main
 * label (`effectivealtruism`).
 */
export function siteNames(fields: KnownFields, venues: VenueIndex): Set<string> {
  const venue = venueOf(fields, venues)
  const hosts = (venue?.domains ?? []).map(domain => domainParts(domain).host)
  const url = fields.url === undefined ? undefined : parseUrl(fields.url)
  if (url) hosts.push(plainHost(url.hostname))
  const names = [venue?.name ?? '', venue?.id ?? '', ...hosts, ...hosts.map(mainLabel)]
  return new Set(names.map(lettersOf).filter(name => name.length > 1))
}

/** `nature` of `nature.com`, `bbc` of `news.bbc.co.uk`. */
function mainLabel(host: string): string {
  const labels = host.split('.')
  const isSecondLevel = labels.length > 2 && /^(?:com?|org|ac|gov|net|edu)$/.test(labels.at(-2) ?? '')
  return labels.at(isSecondLevel ? -3 : -2) ?? ''
}
