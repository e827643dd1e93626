import type { Card } from '../model/card.ts'
import { fold } from '../model/fold.ts'
import type { QueryContext, TextField } from './field-kinds.ts'

/** A card that is read, and whose texts are folded, when a term first asks for them, and once. */
export class CardText {
  readonly context: QueryContext
  private readonly load: () => Card
  private loaded: Card | undefined
  private known: Map<string, readonly string[]> | undefined

  constructor(load: () => Card, context: QueryContext) {
    this.load = load
    this.context = context
  }

  get card(): Card {
    this.loaded ??= this.load()
    return this.loaded
  }

  /** The folded values of a field. */
  folded(field: TextField): readonly string[] {
    this.known ??= new Map()
    const known = this.known.get(field.name)
    if (known) return known
    const texts = field.valuesOf(this.card, this.context).map(fold)
    this.known.set(field.name, texts)
    return texts
  }
}

/** What a part of a query asks of a card; made once, used for all cards. */
export type CardTest = (text: CardText) => boolean
