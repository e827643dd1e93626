import { type Card, compareCards } from '../model/card.ts'
import type { Library } from '../model/library.ts'
import { listed } from '../model/listed.ts'
import type { CardKey, QueryContext } from './field-kinds.ts'
import { fieldsOf } from './fields-of.ts'
import { matchQuery } from './match-query.ts'
import { allOf, type Query } from './query.ts'
import { fieldsOfSort, sortCards } from './sort-cards.ts'

/** What a query is asked of, and in which order the answer is wanted. */
export interface SelectOptions {
  /** Which cards are looked at; all in use, by their IDs, when left out. */
  readonly among?: readonly Card[] | undefined
  /** Keys to sort by, such as `-published,title`; the cards stay in their order when left out. */
  readonly sort?: string | undefined
  /** What is wanted of each card besides its ID: then it may have no more than that. All when left out. */
  readonly fields?: Iterable<CardKey> | undefined
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
  { among, sort, fields }: SelectOptions = {},
): Promise<Selection> {
  const context = { venues: await library.venues() }
  const matches = matchQuery(query, context)
  const matching: Card[] = []
  let total = 0
  for (const card of among ?? (await cardsWith(library, query, sort, fields))) {
    total++
    if (matches(card)) matching.push(card)
  }
  return { cards: inOrder(matching, { sort, fields }, context), total, context }
}

/** Cards of which only some fields are asked for come in no order. */
function inOrder(cards: Card[], { sort, fields }: SelectOptions, context: QueryContext): Card[] {
  if (fields !== undefined) cards.sort(compareCards)
  return sort === undefined ? cards : sortCards(cards, sort, context)
}

/** All cards in use with what a query, an order and the caller look at. */
async function cardsWith(
  library: Library,
  query: Query,
  sort: string | undefined,
  fields: Iterable<CardKey> | undefined,
): Promise<Iterable<Card>> {
  if (fields === undefined) return listed(library.cards())
  const sorted = sort === undefined ? [] : fieldsOfSort(sort)
  return library.cardsWith(new Set([...fields, ...fieldsOf(query), ...sorted]))
}
