import type { Card } from '../model/card.ts'
import type { Library } from '../model/library.ts'
import { listed } from '../model/listed.ts'
import type { QueryContext } from './field-kinds.ts'
import { matchQuery } from './match-query.ts'
import { allOf, type Query } from './query.ts'
import { sortCards } from './sort-cards.ts'

/** What a query is asked of, and in which order the answer is wanted. */
export interface SelectOptions {
  /** Which cards are looked at; all in use, by their IDs, when left out. */
  readonly among?: readonly Card[] | undefined
  /** Keys to sort by, such as `-published,title`; the cards stay in their order when left out. */
  readonly sort?: string | undefined
}

/** The cards that a query matches, and what it was asked of. */
export interface Selection {
  readonly cards: Card[]
  /** How many were looked at. */
  readonly total: number
  /** What of the library the query drew on. */
  readonly context: QueryContext
}

/**
 * Selects the cards of a library that a query matches; all in use without one.
 * @throws CardsError `usage` for a key that cards cannot be sorted by
 */
export async function selectCards(
  library: Library,
  query: Query = allOf([]),
  { among, sort }: SelectOptions = {},
): Promise<Selection> {
  const all = among ?? (await listed(library.cards()))
  const context = { venues: await library.venues() }
  const matching = all.filter(matchQuery(query, context))
  return {
    cards: sort === undefined ? matching : sortCards(matching, sort, context),
    total: all.length,
    context,
  }
}
