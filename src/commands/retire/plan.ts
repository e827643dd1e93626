import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { type NamedCard, namedCards } from '../named-cards.ts'
import { type Move, retireChange } from '../retire-change.ts'
import { pathsByFold } from '../source-of.ts'
import { type Referrers, referrersOf } from './referrers.ts'

/** Cards that are to be given up, and what is to be said of it. */
export interface RetireTask {
  readonly references: readonly string[]
  /** Undefined when every card says why itself. */
  readonly reason: string | undefined
  readonly replacedBy: string | undefined
  /** Today when it is undefined. */
  readonly date: string | undefined
}

export interface RetirePlan extends LibraryPlan {
  readonly changes: readonly Move[]
  readonly cards: readonly Card[]
  /** Of each card. */
  readonly referrers: readonly Referrers[]
  /** The cards that were retired before. */
  readonly already: readonly NamedCard[]
  readonly replacement: Card | undefined
  readonly notes: readonly string[]
}

/**
 * Plans how cards are given up.
 * @throws CardsError `no` or `usage`, naming the card, when one of them cannot be, or another cannot replace it
 */
export async function planRetire(
  context: Context,
  { references, reason, replacedBy, date }: RetireTask,
): Promise<RetirePlan> {
  const { library } = context
  const named = await namedCards(context, references)
  const cards = named.filter(({ isRetired }) => !isRetired).map(({ card }) => card)
  const { replacement, notes } = await replacementFor(cards, replacedBy, context)
  const paths = await pathsByFold(library)
  const changes: Move[] = []
  for (const card of cards) {
    const own = card.fields.retired
    const retirement = {
      ...own,
      date: date ?? own?.date ?? context.today(),
      reason: reason ?? own?.reason ?? '',
      ...(replacement && { replaced_by: replacement.id }),
    }
    changes.push(await retireChange(card, retirement, library, paths))
  }
  return {
    changes,
    cards,
    referrers: await referrersOf(cards, library),
    already: named.filter(({ isRetired }) => isRetired),
    replacement,
    notes,
  }
}

async function replacementFor(
  cards: readonly Card[],
  reference: string | undefined,
  context: Context,
): Promise<{ replacement: Card | undefined; notes: string[] }> {
  if (reference === undefined) return { replacement: undefined, notes: [] }
  const [named] = await namedCards(context, [reference])
  const replacement = named?.isRetired ? named.replacement : named?.card
  if (replacement === undefined)
    throw new CardsError(
      'no',
      `${reference} is retired itself, and no card replaces it.`,
      'Name a card that is in use. Nothing was written.',
    )
  if (cards.some(({ path }) => path === replacement.path))
    throw new CardsError(
      'usage',
      `${replacement.id} cannot replace itself.`,
      'Name another card with --replaced-by. Nothing was written.',
    )
  const notes = named?.isRetired
    ? [`${neutralLine(reference)} is retired; its replacement ${replacement.id} is taken.`]
    : []
  return { replacement, notes }
}
