import type { Card } from '../model/card.ts'
import { JSON_FIELDS } from '../model/card-json.ts'
import { compareText } from '../model/order.ts'
import type { Loss } from './loss.ts'

/** Collects what a format could not carry, while it writes. */
export class LossLog {
  private readonly entries = new Map<string, Omit<Loss, 'cards'> & { cards: string[] }>()

  /** The field, or the part of it, is not in the output. */
  drop(card: Card, field: string, why?: string): void {
    this.add(card, 'dropped', field, why)
  }

  /** The field is in the output in another form, from which its own cannot be told. */
  change(card: Card, field: string, why: string): void {
    this.add(card, 'changed', field, why)
  }

  /** All of it: what was dropped first, fields in the order of a card. */
  losses(): Loss[] {
    const names: readonly string[] = JSON_FIELDS
    const place = (field: string) => names.indexOf(field.replace(/\..*$/s, ''))
    const key = ({ what, field, why = '' }: Omit<Loss, 'cards'>) =>
      `${what === 'dropped' ? 0 : 1} ${String(place(field) + 1).padStart(2, '0')} ${field} ${why}`
    return [...this.entries.values()]
      .sort((a, b) => compareText(key(a), key(b)))
      .map(({ cards, ...loss }) => ({ ...loss, cards: [...new Set(cards)] }))
  }

  private add({ id }: Card, what: Loss['what'], field: string, why: string | undefined): void {
    const key = `${what}\n${field}\n${why ?? ''}`
    let entry = this.entries.get(key)
    if (!entry) {
      entry = { field, what, ...(why === undefined ? {} : { why }), cards: [] }
      this.entries.set(key, entry)
    }
    // A list, as sets of 100,000 IDs for each of ten fields would fill the memory.
    if (entry.cards.at(-1) !== id) entry.cards.push(id)
  }
}
