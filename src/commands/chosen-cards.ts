import type { Card } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { Library } from '../model/library.ts'
import { selectCards } from '../query/select-cards.ts'
import type { Context } from './command.ts'
import { type Resolved, resolveReferences } from './references.ts'
import { queryOf } from './selection.ts'

/**
 * The cards that a command line names, each once: by references, or by a query.
 * @throws CardsError `usage` for both, or neither
 */
export async function chosenCards(
  context: Context,
  references: readonly string[],
  where: string | undefined,
): Promise<Resolved> {
  if (where === undefined) {
    const resolved = await resolveReferences(context, references)
    return { ...resolved, cards: [...new Map(resolved.cards.map(card => [card.path, card])).values()] }
  }
  if (references.length > 0)
    throw new CardsError(
      'usage',
      `Either cards are named or a query finds them, not both: ${references[0]} and --where.`,
      'Leave one of them out.',
    )
  if (where.trim() === '')
    throw new CardsError(
      'usage',
      '--where needs a query.',
      'For example: --where type:blog; every card there is: --where has:type',
    )
  const query = queryOf(context, [where], NO_FILTERS)
  const { cards } = await selectCards(context.library, query)
  return { cards, notes: [], complaints: [] }
}

const NO_FILTERS = {
  type: [],
  tag: [],
  author: [],
  venue: [],
  citedBy: [],
  credibility: undefined,
  from: undefined,
  to: undefined,
}

/**
 * The same cards in the library as it is now.
 * @throws CardsError `io` for one that is gone
 */
export async function cardsNow(library: Library, cards: readonly Card[]): Promise<Card[]> {
  const now: Card[] = []
  for (const card of cards) {
    const lookup = await library.find(card.id)
    const found = lookup.kind === 'found' && lookup.card.path === card.path ? lookup.card : undefined
    now.push(found ?? (await cardAt(library, card)))
  }
  return now
}

/** Where two files wrongly have one ID, its path tells which card is meant. */
async function cardAt(library: Library, { id, path }: Card): Promise<Card> {
  for await (const card of library.cards()) if (card.path === path && card.id === id) return card
  throw new CardsError(
    'io',
    `${library.location(path)} is no longer the card ${id}; nothing was written.`,
    'Run the command again.',
  )
}
