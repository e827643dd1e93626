import type { Venue } from '../model/card.ts'

/** Whether a venue is a conference or the like: what it publishes are proceedings. */
export function isConference(venue: Venue | undefined): boolean {
  return /conference|proceedings|workshop/.test(venue?.type ?? '')
}
