import type { Venue } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { lettersOf } from './fold.ts'

/** The venue that goes by a name, as a source gives it: by its own name, or its id. */
export function venueNamed(name: string, venues: VenueIndex): Venue | undefined {
  const letters = lettersOf(name)
  if (letters === '') return undefined
  return venues.all.find(venue => lettersOf(venue.name) === letters || lettersOf(venue.id) === letters)
}
