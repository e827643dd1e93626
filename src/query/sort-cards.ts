import { authorNames, familyName } from '../model/author.ts'
import { type Card, compareCards } from '../model/card.ts'
import { effectiveCredibility, venueOf } from '../model/credibility.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { fold } from '../model/fold.ts'
import type { QueryContext } from './field-kinds.ts'
import { quoted } from './query-error.ts'

type KeyOf = (card: Card, context: QueryContext) => string | number | undefined

/** What cards can be sorted by. */
export const SORT_KEYS = {
  id: card => card.id,
  title: ({ fields }) => foldedText(fields.title),
  author: ({ fields: { authors } }) => {
    const [first] = authorNames(authors?.slice(0, 1))
    return first && foldedText(`${familyName(first)} ${first.name}`)
  },
  published: ({ fields }) => fields.published,
  credibility: ({ fields }, { venues }) => effectiveCredibility(fields, venues)?.rating,
  type: ({ fields }) => fields.type,
  venue: ({ fields }, { venues }) => fields.venue ?? venueOf(fields, venues)?.id,
  karma: ({ fields }) => fields.forum?.karma,
  path: card => card.path,
} satisfies Record<string, KeyOf>

const KEYS: ReadonlyMap<string, KeyOf> = new Map<string, KeyOf>([
  ...Object.entries(SORT_KEYS),
  ['year', SORT_KEYS.published],
  ['rating', SORT_KEYS.credibility],
])

/**
 * Sorts by several keys, the first first: `-published,title`. A minus turns the order round. What a card does not
 * have stands last either way; ties are in the order of IDs. Text is compared folded, by code units: the same in
 * every locale.
 * @returns a new list
 * @throws CardsError (`usage`) for a key that there is not
 */
export function sortCards(cards: readonly Card[], order: string, context: QueryContext): Card[] {
  const keys = order.split(',').map(parseKey)
  const rows = cards.map(card => ({ card, values: keys.map(({ keyOf }) => keyOf(card, context)) }))
  rows.sort((a, b) => {
    for (const [i, { sign }] of keys.entries()) {
      const compared = compareValues(a.values[i], b.values[i], sign)
      if (compared !== 0) return compared
    }
    return compareCards(a.card, b.card)
  })
  return rows.map(row => row.card)
}

interface SortKey {
  readonly keyOf: KeyOf
  readonly sign: 1 | -1
}

function parseKey(text: string): SortKey {
  const name = text.trim().replace(/^-/, '')
  const keyOf = KEYS.get(name.toLowerCase())
  if (keyOf) return { keyOf, sign: text.trim().startsWith('-') ? -1 : 1 }
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
