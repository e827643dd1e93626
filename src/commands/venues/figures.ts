import type { Card, Venue } from '../../model/card.ts'
import { effectiveCredibility, type VenueIndex, venueOf } from '../../model/credibility.ts'
import type { Library } from '../../model/library.ts'

/** The cards of a venue, and what becomes of its rating. */
export interface VenueFigures {
  /** The cards that belong to it: that name it, or name none and match it by their URL. */
  readonly cards: readonly Card[]
  /** How many of them match it by their URL alone. */
  readonly matched: number
  /** How many cards have its rating. */
  readonly inheriting: number
  /** How many of its cards have a rating of their own. */
  readonly overriding: number
}

/** A venue as JSON: what venues.yaml says of it, then how many cards it has. */
export interface VenueJson extends Venue {
  readonly cards: number
  readonly matched_by_url: number
  readonly inheriting: number
  readonly overriding: number
}

const NONE: VenueFigures = { cards: [], matched: 0, inheriting: 0, overriding: 0 }

/** The figures of each venue of a library; a look at all its cards. */
export async function venueFigures(library: Library): Promise<{
  venues: VenueIndex
  figuresOf(venue: Venue): VenueFigures
}> {
  const venues = await library.venues()
  const figures = new Map<
    Venue,
    { -readonly [K in keyof VenueFigures]: VenueFigures[K] } & { cards: Card[] }
  >()
  const of = (venue: Venue) => {
    const known = figures.get(venue) ?? { ...NONE, cards: [] }
    figures.set(venue, known)
    return known
  }
  for await (const card of library.cards()) {
    const venue = venueOf(card.fields, venues)
    if (venue) {
      of(venue).cards.push(card)
      if (card.fields.venue === undefined) of(venue).matched++
      if (card.fields.credibility) of(venue).overriding++
    }
    const { from, venue: id } = effectiveCredibility(card.fields, venues) ?? {}
    // A card may name one venue, which has no rating, and have that of another, which its URL matches.
    const giver =
      from === 'url' ? venues.matching(card.fields.url ?? '') : id === undefined ? undefined : venues.get(id)
    if (giver) of(giver).inheriting++
  }
  return { venues, figuresOf: venue => figures.get(venue) ?? NONE }
}

/** The JSON of a venue with its figures. */
export function venueJson(venue: Venue, { cards, matched, inheriting, overriding }: VenueFigures): VenueJson {
  return { ...venue, cards: cards.length, matched_by_url: matched, inheriting, overriding }
}
