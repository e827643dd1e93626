import type { CardJson } from './card-json.ts'
import type { EffectiveCredibility } from './credibility.ts'

/**
 * Where a card's rating comes from, in words. What ends in a colon and a space goes on with the reason on the card.
 * @param venueName of the venue from which it comes; its id when there is no name
 */
export function credibilityOrigin(
  card: Pick<CardJson, 'credibility'>,
  { from, venue }: EffectiveCredibility,
  venueName: string | undefined,
): string {
  const name = venueName ?? venue ?? ''
  switch (from) {
    case 'card':
      return `Given on this card${card.credibility?.reason === undefined ? ', without a reason.' : ': '}`
    case 'venue':
      return `Inherited from its venue, ${name}.`
    case 'url':
      return `Inherited from ${name}, whose domain its URL matches.`
  }
}

/**
 * Why a card has no rating.
 * @param venueName of the card's venue, when it is known
 */
export function whyNotRated({ venue }: Pick<CardJson, 'venue'>, venueName: string | undefined): string {
  if (venueName !== undefined) return `neither the card nor its venue, ${venueName}, has a rating.`
  if (venue !== undefined) return `the card has no rating, and its venue ${venue} is not in venues.yaml.`
  return 'the card has neither a rating nor a venue, and no venue matches its URL.'
}
