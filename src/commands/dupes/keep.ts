import type { Card } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { compareText } from '../../model/order.ts'

/** Which card of a group to keep, and why. */
export interface KeepChoice {
  readonly keep: Card
  readonly others: readonly Card[]
  readonly why: string
}

/** How many of its fields a card fills. */
export function filledFields({ fields }: Card): number {
  return Object.keys(fields).length
}

export function citations({ fields }: Card): number {
  return fields.cited_by?.length ?? 0
}

/**
 * Suggests which of several cards to keep: the one that most pages cite, else the one that has most fields, else the
 * first by ID. The others come in the order of their merit, too.
 */
export function chooseKeep(cards: readonly Card[]): KeepChoice {
  const ranked = [...cards].sort(
    (a, b) => citations(b) - citations(a) || filledFields(b) - filledFields(a) || compareText(a.id, b.id),
  )
  const [keep, second, ...rest] = ranked
  if (keep === undefined || second === undefined) throw new Error('A group has at least two cards.')
  return { keep, others: [second, ...rest], why: reason(keep, second) }
}

function reason(keep: Card, second: Card): string {
  if (citations(keep) > citations(second))
    return `cited by ${counted(citations(keep), 'page')}, more than the rest`
  if (filledFields(keep) > filledFields(second))
    return `has ${counted(filledFields(keep), 'field')}, more than the rest`
  return 'all have as much; first by ID'
}
