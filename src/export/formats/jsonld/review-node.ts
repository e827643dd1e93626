import type { EffectiveCredibility } from '../../../model/credibility.ts'
import type { Node } from './node.ts'

/** What the keepers of the library think of a source. Undefined when they do not say. */
export function reviewNode(
  review: string | undefined,
  credibility: EffectiveCredibility | undefined,
  reason: string | undefined,
  venueName: string | undefined,
): Node | undefined {
  if (review === undefined && credibility === undefined) return undefined
  return {
    '@type': 'Review',
    reviewBody: review,
    reviewRating: credibility && ratingNode(credibility, reason, venueName),
  }
}

/** A rating says where it is from: of a venue's it would be false that the source was looked at. */
function ratingNode(
  { rating, label, meaning, from, venue }: EffectiveCredibility,
  reason: string | undefined,
  venueName: string | undefined,
): Node {
  const inherited =
    from === 'card' ? undefined : `The rating of where it appeared, ${venueName ?? venue}: ${meaning}`
  return {
    '@type': 'Rating',
    name: label,
    reviewAspect: 'credibility',
    ratingValue: rating,
    bestRating: 5,
    worstRating: 1,
    ratingExplanation: inherited ?? reason ?? meaning,
  }
}
