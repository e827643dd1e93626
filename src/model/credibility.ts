import type { KnownFields, Venue } from './card.ts'
import { domainParts, hostsAround } from './host.ts'
import { rememberMany } from './remember-many.ts'
import { urlParts } from './url-parts.ts'
import { withoutEndSlashes } from './without-end-slashes.ts'

/** The ratings, best first: what each is called and means. */
export const RATINGS = [
  {
    rating: 5,
    label: 'Gold',
    meaning: 'Peer-reviewed at the highest standard, or the authoritative primary source.',
  },
  {
    rating: 4,
    label: 'High',
    meaning: 'An established institution or author, with strong editorial or expert review.',
  },
  {
    rating: 3,
    label: 'Good',
    meaning: 'Reputable, with community review or editorial standards, but short of peer review.',
  },
  {
    rating: 2,
    label: 'Mixed',
    meaning: 'Quality varies and nobody answers for it: check its claims before relying on them.',
  },
  {
    rating: 1,
    label: 'Low',
    meaning: 'Unvetted or promotional: anything that matters needs another source.',
  },
] as const

/** How far a source can be trusted, and why we say so. */
export interface EffectiveCredibility {
  /** 1 to 5. */
  readonly rating: number
  readonly label: string
  readonly meaning: string
  /** Where the rating comes from: the card itself, its `venue`, or the venue whose domain its URL matches. */
  readonly from: 'card' | 'venue' | 'url'
  /** Id of the venue that gave the rating. */
  readonly venue?: string
}

/** The venues of a library, to be found by id and by URL. */
export class VenueIndex {
  readonly all: readonly Venue[]
  private readonly byId: ReadonlyMap<string, Venue>
  private byHost: Map<string, Domain[]> | undefined
  /** The domains that a host is of or in, in the order in which they win: most URLs of a library are on a few hosts. */
  private readonly domainsAround = rememberMany((host: string): readonly Domain[] => {
    this.byHost ??= domainsByHost(this.all)
    const { byHost } = this
    return [...hostsAround(host)].flatMap(each => byHost.get(each) ?? [])
  })

  /** The ratings that venues give cards which name them, and cards whose URL they match: for each the same object. */
  readonly ratingByName = rememberMany((venue: Venue) => venueRating(venue, 'venue'))
  readonly ratingByUrl = rememberMany((venue: Venue) => venueRating(venue, 'url'))

  constructor(venues: readonly Venue[]) {
    this.all = venues
    // The first of two venues with one id wins.
    this.byId = new Map([...venues].reverse().map(venue => [venue.id, venue]))
  }

  get(id: string): Venue | undefined {
    return this.byId.get(id)
  }

  /**
   * The venue whose domains match a URL longest: whole host labels (`notnature.com` is not `nature.com`),
   * subdomains included, then whole path segments.
   */
  matching(url: string): Venue | undefined {
    const parsed = urlParts(url)
    if (!parsed) return undefined
    const domains = this.domainsAround(parsed.host)
    if (domains.length === 0) return undefined
    const path = `${withoutEndSlashes(parsed.pathname)}/`
    return domains.find(domain => path.startsWith(domain.path))?.venue
  }
}

interface Domain {
  readonly path: string
  readonly venue: Venue
}

function domainsByHost(venues: readonly Venue[]): Map<string, Domain[]> {
  const byHost = new Map<string, Domain[]>()
  for (const venue of venues) {
    for (const domain of venue.domains ?? []) {
      const { host, path } = domainParts(domain)
      byHost.set(host, [...(byHost.get(host) ?? []), { path: `${path}/`, venue }])
    }
  }
  for (const domains of byHost.values()) domains.sort((a, b) => b.path.length - a.path.length)
  return byHost
}

/** The venue of a card: the one that it names, else the one that its URL matches. */
export function venueOf(fields: KnownFields, venues: VenueIndex): Venue | undefined {
  if (fields.venue !== undefined) return venues.get(fields.venue)
  return fields.url === undefined ? undefined : venues.matching(fields.url)
}

/** The card's own rating, else its venue's, else that of the venue whose domain matches its URL, else undefined. */
export function effectiveCredibility(
  fields: KnownFields,
  venues: VenueIndex,
): EffectiveCredibility | undefined {
  if (fields.credibility) return cardRating(fields.credibility.rating)
  const named = fields.venue === undefined ? undefined : venues.get(fields.venue)
  if (named?.credibility !== undefined) return venues.ratingByName(named)
  const matching = fields.url === undefined ? undefined : venues.matching(fields.url)
  return matching && venues.ratingByUrl(matching)
}

const cardRating = rememberMany(
  (rating: number): EffectiveCredibility => ({ ...described(rating), from: 'card' }),
)

function venueRating({ id, credibility }: Venue, from: 'venue' | 'url'): EffectiveCredibility | undefined {
  return credibility === undefined ? undefined : { ...described(credibility), from, venue: id }
}

function described(rating: number): Pick<EffectiveCredibility, 'rating' | 'label' | 'meaning'> {
  return RATINGS.find(row => row.rating === rating) ?? { rating, label: String(rating), meaning: '' }
}
