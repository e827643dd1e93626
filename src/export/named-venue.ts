import type { Card, Venue } from '../model/card.ts'
import type { VenueNames } from '../notation/venue-names.ts'
import type { ExportJob } from './exporter.ts'

/** The venue that a card names, for formats that tell it by its name. What that cannot tell is logged. */
export function namedVenue(
  card: Card,
  { registries, losses }: ExportJob,
  names: VenueNames,
): Venue | undefined {
  const id = card.fields.venue
  if (id === undefined) return undefined
  const venue = registries.venues.get(id)
  if (venue === undefined) losses.drop(card, 'venue', 'not in venues.yaml')
  else if (names.id(venue.name) !== id) losses.change(card, 'venue', 'another has the same name')
  return venue
}
