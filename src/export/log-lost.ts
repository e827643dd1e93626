import type { Card } from '../model/card.ts'
import type { CslItem } from '../notation/csl/csl-item.ts'
import { type LostInCsl, lostInCsl } from '../notation/csl/lost-in-csl.ts'
import type { ExportJob } from './exporter.ts'

/**
 * Logs what of a card is not to be had again from what a bibliography says of it, as a reader understands that.
 * @param reasonOf says why a field is lost, where the format has reasons of its own
 */
export function logLost(
  card: Card,
  item: CslItem,
  { keyOf, losses }: ExportJob,
  reasonOf: (field: LostInCsl['field'], why: string) => string = (_, why) => why,
): void {
  for (const { field, isGone, why } of lostInCsl(card.fields, item)) {
    const reason = reasonOf(field, why)
    if (isGone) losses.drop(card, field, reason)
    else losses.change(card, field, reason)
  }
  if (keyOf(card) !== card.id) losses.drop(card, 'id', 'the citation key is another')
  const hasOrcid = card.fields.authors?.some(author => typeof author !== 'string' && author.orcid)
  if (hasOrcid) losses.drop(card, 'authors.orcid')
}
