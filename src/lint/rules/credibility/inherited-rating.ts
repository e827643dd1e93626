import type { KnownFields } from '../../../model/card.ts'
import {
  type EffectiveCredibility,
  effectiveCredibility,
  type VenueIndex,
} from '../../../model/credibility.ts'

/** The rating that a card would have without one of its own. */
export function inheritedRating(fields: KnownFields, venues: VenueIndex): EffectiveCredibility | undefined {
  const { credibility: _own, ...others } = fields
  return effectiveCredibility(others, venues)
}
