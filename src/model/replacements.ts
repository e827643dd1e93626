import type { Card } from './card.ts'
import { foldId } from './stable-id.ts'

/** The cards that `replaced_by` of retired cards leads to. An ID counts as written, else without regard to case. */
export class Replacements {
  private readonly inUse: ReadonlySet<Card>
  private readonly byId: ReadonlyMap<string, Card>
  private readonly byFoldedId: ReadonlyMap<string, Card>

  constructor(cards: readonly Card[], retired: readonly Card[]) {
    this.inUse = new Set(cards)
    // A card in use goes before a retired one; of those that wrongly share an ID, the first.
    const last = [...cards, ...retired].reverse()
    this.byId = new Map(last.map(card => [card.id, card]))
    this.byFoldedId = new Map(last.map(card => [foldId(card.id), card]))
  }

  /** The card with an ID. */
  get(id: string): Card | undefined {
    return this.byId.get(id) ?? this.byFoldedId.get(foldId(id))
  }

  /**
   * The cards that stand for one, each replaced by the next. A circle ends before a card comes twice, and with the one
   * that it began with, when it leads back there.
   */
  *chainOf(card: Card): Iterable<Card> {
    const seen = new Set<Card>()
    for (let next = this.next(card); next && !seen.has(next); next = this.next(next)) {
      seen.add(next)
      yield next
    }
  }

  /** The card to use instead of a retired one: the first of its chain that is in use. */
  replacementOf(card: Card): Card | undefined {
    for (const next of this.chainOf(card)) if (this.inUse.has(next)) return next
    return undefined
  }

  private next({ fields }: Card): Card | undefined {
    const id = fields.retired?.replaced_by
    return id === undefined ? undefined : this.get(id)
  }
}
