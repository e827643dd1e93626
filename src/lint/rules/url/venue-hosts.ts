import type { VenueIndex } from '../../../model/credibility.ts'
import { domainParts } from '../../../model/host.ts'

const known = new WeakMap<VenueIndex, ReadonlySet<string>>()

/** The hosts of all venues, as the network knows them: lower case, Punycode, without `www.`. */
export function venueHosts(venues: VenueIndex): ReadonlySet<string> {
  const hosts =
    known.get(venues) ??
    new Set(venues.all.flatMap(({ domains = [] }) => domains.map(domain => domainParts(domain).host)))
  known.set(venues, hosts)
  return hosts
}
