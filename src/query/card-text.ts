import type { Card } from '../model/card.ts'
import { fold } from '../model/fold.ts'
import type { QueryContext, TextField } from './field-kinds.ts'

/** A card whose texts are folded when a term first asks for them, and once. */
export class CardText {
  readonly card: Card
  readonly context: QueryContext
  private readonly known = new Map<string, readonly string[]>()

  constructor(card: Card, context: QueryContext) {
    this.card = card
    this.context = context
  }

  /** The folded values of a field. */
  folded(field: TextField): readonly string[] {
    const known = this.known.get(field.name)
    if (known) return known
    const texts = field.valuesOf(this.card, this.context).map(fold)
    this.known.set(field.name, texts)
    return texts
  }
}

/** What a part of a query asks of a card; made once, used for all cards. */
export type CardTest = (text: CardText) => boolean
