import { type Card, compareCards } from '../model/card.ts'
import type { Library } from '../model/library.ts'
import { listed } from '../model/listed.ts'
import { cluesOf } from './clues-of.ts'
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
  const asked = among ? { cards: among, total: among.length } : await cardsFor(library, query, sort, fields)
  const matching: Card[] = []
  for (const card of asked.cards) if (matches(card)) matching.push(card)
  return { cards: inOrder(matching, { sort, fields }, context), total: asked.total, context }
}

/** Cards of which only some fields are asked for come in no order. */
function inOrder(cards: Card[], { sort, fields }: SelectOptions, context: QueryContext): Card[] {
  if (fields !== undefined) cards.sort(compareCards)
  return sort === undefined ? cards : sortCards(cards, sort, context)
}

/**
 * The cards in use that a query may match, with what it, an order and the caller look at; and how many are in use.
 */
async function cardsFor(
  library: Library,
  query: Query,
  sort: string | undefined,
  fields: Iterable<CardKey> | undefined,
): Promise<{ readonly cards: Iterable<Card>; readonly total: number }> {
  if (fields === undefined) {
    const cards = await listed(library.cards())
    return { cards, total: cards.length }
  }
  const sorted = sort === undefined ? [] : fieldsOfSort(sort)
  const lookedAt = new Set([...fields, ...fieldsOf(query), ...sorted])
  return { cards: await library.cardsWith(lookedAt, cluesOf(query)), total: await library.count() }
}
