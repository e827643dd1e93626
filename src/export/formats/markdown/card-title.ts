import { familyName } from '../../../model/author.ts'
import { cardTitle } from '../../../model/card.ts'
import { venueOf } from '../../../model/credibility.ts'
import type { CardContext } from './card-context.ts'
import { escapedLine, logPlainText } from './escaped-line.ts'

/** A card's title as Markdown, on one line and never empty. */
export function titleOf({ card, job }: CardContext): string {
  const title = cardTitle(card)
  logPlainText(card, job.losses, 'title', title)
  return escapedLine(title) || '(no title)'
}

/** Who wrote it, as one cites: `Benson`, `Irving and Christiano`, `Vaswani et al.`; empty for nobody. */
export function citedAuthors({ json: { authors = [] } }: CardContext): string {
  const [first, second] = authors.map(author => escapedLine(familyName(author)))
  if (first === undefined) return ''
  if (authors.length > 2) return `${first} et al.`
  return second === undefined ? first : `${first} and ${second}`
}

/** Where a source appeared, by the venue that its card names or its URL matches, as Markdown; empty for neither. */
export function venueName({ card: { fields }, job }: CardContext): string {
  return escapedLine(venueOf(fields, job.registries.venues)?.name ?? fields.venue ?? '')
}
