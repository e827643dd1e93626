import type { Card } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { Lookup } from '../model/library.ts'
import type { Context } from './command.ts'
import { outcome } from './references.ts'

/** A card that a reference named. */
export interface NamedCard {
  readonly reference: string
  /** The card itself, also when it is retired and another stands for it. */
  readonly card: Card
  readonly isRetired: boolean
  /** The card in use that stands for a retired one. */
  readonly replacement?: Card
}

/**
 * Finds the very cards that references name, as commands need them that move cards: a retired one stands for itself,
 * not for its replacement. Each card once.
 * @param find how a reference is looked up; as everywhere when left out
 * @throws CardsError `no` when one of them names no card, or may mean several
 */
export async function namedCards(
  context: Context,
  references: readonly string[],
  find: (reference: string) => Promise<Lookup> = reference => context.library.find(reference),
): Promise<NamedCard[]> {
  const named = new Map<string, NamedCard>()
  const complaints: string[] = []
  for (const reference of references) {
    const lookup = await find(reference)
    if (lookup.kind === 'found' || lookup.kind === 'retired') {
      const { kind, card } = lookup
      const replacement = kind === 'retired' ? lookup.replacement : undefined
      if (!named.has(card.path))
        named.set(card.path, {
          reference,
          card,
          isRetired: card.path.startsWith('retired/'),
          ...(replacement && { replacement }),
        })
    } else complaints.push((await outcome(reference, lookup, context)).complaint ?? reference)
  }
  if (complaints.length > 0) throw new CardsError('no', complaints.join('\n'), 'Nothing was written.')
  return [...named.values()]
}
