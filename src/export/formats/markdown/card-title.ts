import { familyName } from '../../../model/author.ts'
import { cardTitle } from '../../../model/card.ts'
import type { CardContext } from './card-context.ts'
import { logPlainText, plainText } from './plain-text.ts'

/** A card's title as Markdown, on one line and never empty. */
export function titleOf({ card, job }: CardContext): string {
  const title = cardTitle(card)
  logPlainText(card, job.losses, 'title', title)
  return plainText(title) || '(no title)'
}

/** Who wrote it, as one cites: `Benson`, `Irving and Christiano`, `Vaswani et al.`; empty for nobody. */
export function citedAuthors({ json: { authors = [] } }: CardContext): string {
  const [first, second] = authors.map(author => plainText(familyName(author)))
  if (first === undefined) return ''
  if (authors.length > 2) return `${first} et al.`
  return second === undefined ? first : `${first} and ${second}`
}

/** What a venue is called, as Markdown; empty for none. */
export function venueName(id: string | undefined, { registries }: CardContext['job']): string {
  return id === undefined ? '' : plainText(registries.venues.get(id)?.name ?? id)
}
