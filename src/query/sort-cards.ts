import { authorNames, familyName } from '../model/author.ts'
import { type Card, compareCards } from '../model/card.ts'
import { effectiveCredibility, venueOf } from '../model/credibility.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { fold } from '../model/fold.ts'
import type { CardKey, QueryContext } from './field-kinds.ts'
import { quoted } from './query-error.ts'

/** One thing that cards can be sorted by. */
interface SortKey {
  /** All that `valueOf` looks at of what a card's file says. Its ID and its path are always there. */
  readonly drawsOn: readonly CardKey[]
  valueOf(card: Card, context: QueryContext): string | number | undefined
}

/** What cards can be sorted by. */
export const SORT_KEYS = {
  id: { drawsOn: [], valueOf: card => card.id },
  title: { drawsOn: ['title'], valueOf: ({ fields }) => foldedText(fields.title) },
  author: {
    drawsOn: ['authors'],
    valueOf: ({ fields: { authors } }) => {
      const [first] = authorNames(authors?.slice(0, 1))
      return first && foldedText(`${familyName(first)} ${first.name}`)
    },
  },
  published: { drawsOn: ['published'], valueOf: ({ fields }) => fields.published },
  credibility: {
    drawsOn: ['credibility', 'venue', 'url'],
    valueOf: ({ fields }, { venues }) => effectiveCredibility(fields, venues)?.rating,
  },
  type: { drawsOn: ['type'], valueOf: ({ fields }) => fields.type },
  venue: {
    drawsOn: ['venue', 'url'],
    valueOf: ({ fields }, { venues }) => fields.venue ?? venueOf(fields, venues)?.id,
  },
  karma: { drawsOn: ['forum'], valueOf: ({ fields }) => fields.forum?.karma },
  path: { drawsOn: [], valueOf: card => card.path },
} satisfies Record<string, SortKey>

const KEYS: ReadonlyMap<string, SortKey> = new Map<string, SortKey>([
  ...Object.entries(SORT_KEYS),
  ['year', SORT_KEYS.published],
  ['rating', SORT_KEYS.credibility],
])

/**
 * All that sorting by some keys can look at of what a card's file says, besides its ID and its path.
 * @throws CardsError (`usage`) for a key that there is not
 */
export function fieldsOfSort(order: string): ReadonlySet<CardKey> {
  return new Set(parseOrder(order).flatMap(({ key }) => key.drawsOn))
}

/**
 * Sorts by several keys, the first first: `-published,title`. A minus turns the order round. What a card does not
 * have stands last either way; ties are in the order of IDs. Text is compared folded, by code units: the same in
 * every locale.
 * @returns a new list
 * @throws CardsError (`usage`) for a key that there is not
 */
export function sortCards(cards: readonly Card[], order: string, context: QueryContext): Card[] {
  const keys = parseOrder(order)
  const rows = cards.map(card => ({ card, values: keys.map(({ key }) => key.valueOf(card, context)) }))
  rows.sort((a, b) => {
    for (const [i, { sign }] of keys.entries()) {
      const compared = compareValues(a.values[i], b.values[i], sign)
      if (compared !== 0) return compared
    }
    return compareCards(a.card, b.card)
  })
  return rows.map(row => row.card)
}

interface Criterion {
  readonly key: SortKey
  readonly sign: 1 | -1
}

function parseOrder(order: string): Criterion[] {
  return order.split(',').map(parseKey)
}

function parseKey(text: string): Criterion {
  const name = text.trim().replace(/^-/, '')
  const key = KEYS.get(name.toLowerCase())
  if (key) return { key, sign: text.trim().startsWith('-') ? -1 : 1 }
  const hint = didYouMean(name, KEYS.keys(), `Sort by ${Object.keys(SORT_KEYS).join(', ')}.`)
  throw new CardsError(
    'usage',
    `cards cannot be sorted by ${quoted(name)}`,
    `${hint} A minus before it turns the order round.`,
  )
}

function compareValues(a: string | number | undefined, b: string | number | undefined, sign: 1 | -1): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -sign : sign
}

function foldedText(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : fold(text)
}
