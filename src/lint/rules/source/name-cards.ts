import { brief } from '../../../model/brief.ts'
import { type Card, cardTitle } from '../../../model/card.ts'

/** So many cards are named in a message. */
const NAMED = 3

/**
 * Other cards in a sentence, by ID and title.
 * @param count how many there are, if not all are given
 */
export function nameCards(cards: readonly Card[], count = cards.length): string {
  const named = cards.slice(0, NAMED).map(card => `\`${card.id}\` (“${brief(cardTitle(card))}”)`)
  const more = count - named.length
  return [...named, ...(more > 0 ? [more === 1 ? 'one more' : `${more} more`] : [])].join(', ')
}
