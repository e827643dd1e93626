import type { Card } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { groupByKeys } from './group-by-keys.ts'
import { sourceKeys } from './identifier.ts'
import { mayBeOne, similarityKeys } from './similar-title.ts'

/** Cards that are for one source, or may be, and what they have in common. */
export interface SourceGroup {
  /** What more than one of them has: `arxiv:…`, `doi:…`, `post:…`, a canonical URL, or `title:…`. */
  readonly keys: readonly string[]
  readonly cards: readonly Card[]
}

/** The groups of cards that surely are for one source, as `source/duplicate` has them. */
export function sameSourceGroups(cards: readonly Card[]): SourceGroup[] {
  const keysOf = ({ fields }: Card) => sourceKeys(fields)
  return groupByKeys(cards, keysOf).map(group => ({ keys: sharedKeys(group, keysOf), cards: group }))
}

/** So many cards of one title are compared with each other. */
const COMPARED = 50

/**
 * The groups of cards that may be for one source, as their titles are alike and an author or the year, less those that
 * surely are.
 */
export function similarGroups(cards: readonly Card[], venues: VenueIndex): SourceGroup[] {
  const keysOf = ({ fields }: Card) => similarityKeys(fields, venues)
  return groupByKeys(cards, keysOf).flatMap(group => {
    const compared = group.slice(0, COMPARED)
    const alike = compared.filter(card => compared.some(other => other !== card && areSimilar(card, other)))
    if (alike.length < 2) return []
    const titles = sharedKeys(alike, keysOf).map(key => `title:${key.split('\n')[0]}`)
    return { keys: [...new Set(titles)], cards: alike }
  })
}

function areSimilar({ fields: a }: Card, { fields: b }: Card): boolean {
  const keys = new Set(sourceKeys(a))
  return mayBeOne(a, b) && !sourceKeys(b).some(key => keys.has(key))
}

function sharedKeys(cards: readonly Card[], keysOf: (card: Card) => Iterable<string>): string[] {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const card of cards)
    for (const key of new Set(keysOf(card))) {
      if (seen.has(key)) shared.add(key)
      seen.add(key)
    }
  return [...shared]
}
