import type { Card } from '../../model/card.ts'
import { foldId } from '../../model/stable-id.ts'
import type { CardLinks } from './card-links.ts'

/** What IDs and former IDs are said of, as they are one kind of name. */
export const NAMES = 'id'

/** That no two cards have a name in common is what all rules rest on that tell one card from another. */
export function linkNames({ id, fields }: Card, links: CardLinks): void {
  links.shares(NAMES, foldId(id))
  for (const alias of fields.aliases ?? []) links.shares(NAMES, foldId(alias))
}
