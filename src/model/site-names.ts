import type { KnownFields, Venue } from './card.ts'
import { type VenueIndex, venueOf } from './credibility.ts'
import { firstLetter, lettersOf } from './fold.ts'
import { domainParts, plainHost } from './host.ts'
import { urlParts } from './url-parts.ts'

/**
 * The names of the site where a card's source is, as `lettersOf` gives them, so that `LessWrong` and `lesswrong` are
 * one: those of its venue, named or by its URL, and its host, whole (`forum.effectivealtruism.org`) and by its main
 * label (`effectivealtruism`).
 */
export function siteNames(fields: KnownFields, venues: VenueIndex): Set<string> {
  const [ofVenue, ofHost] = namesOfSite(fields, venues)
  return new Set([...ofVenue, ...ofHost])
}

/** Whether the letters of a text are one of the site's names. */
export function isSiteName(text: string, fields: KnownFields, venues: VenueIndex): boolean {
  const [ofVenue, ofHost] = namesOfSite(fields, venues)
  // Mostly the first letter tells.
  const first = firstLetter(text) ?? ''
  const mayBe = (name: string) => name.startsWith(first)
  if (!ofVenue.some(mayBe) && !ofHost.some(mayBe)) return false
  const letters = lettersOf(text)
  return ofVenue.includes(letters) || ofHost.includes(letters)
}

type Names = readonly string[]

function namesOfSite(fields: KnownFields, venues: VenueIndex): readonly [ofVenue: Names, ofHost: Names] {
  const venue = venueOf(fields, venues)
  const url = fields.url === undefined ? undefined : urlParts(fields.url)
  return [venue === undefined ? [] : namesOfVenue(venue), url === undefined ? [] : namesOfHost(url.hostname)]
}

/** The cards of a library have few venues and few hosts. */
const byVenue = new WeakMap<Venue, Names>()
const byHost = new Map<string, Names>()
const MOST_HOSTS = 10_000

function namesOfVenue(venue: Venue): Names {
  const known = byVenue.get(venue)
  if (known) return known
  const hosts = (venue.domains ?? []).map(domain => domainParts(domain).host)
  const names = namesIn([venue.name, venue.id, ...hosts, ...hosts.map(mainLabel)])
  byVenue.set(venue, names)
  return names
}

function namesOfHost(hostname: string): Names {
  const known = byHost.get(hostname)
  if (known) return known
  const host = plainHost(hostname)
  const names = namesIn([host, mainLabel(host)])
  if (byHost.size >= MOST_HOSTS) byHost.clear()
  byHost.set(hostname, names)
  return names
}

function namesIn(texts: readonly string[]): Names {
  return [...new Set(texts.map(lettersOf).filter(name => name.length > 1))]
}

/** `nature` of `nature.com`, `bbc` of `news.bbc.co.uk`. */
function mainLabel(host: string): string {
  const labels = host.split('.')
  const isSecondLevel = labels.length > 2 && /^(?:com?|org|ac|gov|net|edu)$/.test(labels.at(-2) ?? '')
  return labels.at(isSecondLevel ? -3 : -2) ?? ''
}
