import type { Card } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { groupByKeys, sharedKeys } from './group-by-keys.ts'
import { sourceKeys } from './identifier.ts'
import { mayBeOne, similarityKeys } from './similar-title.ts'

/** Cards that are for one source, or may be, and what they have in common. */
export interface SourceGroup {
  /** What more than one of them has: a key of `sourceKeys`, or `title:…`. */
  readonly keys: readonly string[]
  readonly cards: readonly Card[]
}

/** The groups of cards that surely are for one source, as `source/duplicate` has them. */
export function sameSourceGroups(cards: readonly Card[]): SourceGroup[] {
  const keysOf = ({ fields }: Card) => sourceKeys(fields)
  return groupByKeys(cards, keysOf).map(group => ({ keys: sharedKeys(group, keysOf), cards: group }))
}

/**
 * The groups of cards that may be for one source, as their titles are alike and an author or the year, less those that
 * surely are.
 */
export function similarGroups(cards: readonly Card[], venues: VenueIndex): SourceGroup[] {
  const keysOf = ({ fields }: Card) => similarityKeys(fields, venues)
  return similarCards(cards, venues).map(alike => {
    const group = alike.map(({ card }) => card)
    const titles = sharedKeys(group, keysOf).map(key => `title:${key.split('\n')[0]}`)
    return { keys: [...new Set(titles)], cards: group }
  })
}

/** A card, and those of its group that may be for the same source; never none. */
export interface SimilarCard {
  readonly card: Card
  readonly others: readonly Card[]
}

/** So many cards of one title are compared with each other. */
const COMPARED = 50

/** The cards that have others that may be for the same source, in groups of those that have a title in common. */
export function similarCards(cards: readonly Card[], venues: VenueIndex): SimilarCard[][] {
  return groupByKeys(cards, ({ fields }) => similarityKeys(fields, venues)).flatMap(group => {
    const compared = group.slice(0, COMPARED).map(card => ({ card, keys: new Set(sourceKeys(card.fields)) }))
    const alike = compared.flatMap(one => {
      const others = compared.filter(other => other !== one && areSimilar(one, other))
      return others.length === 0 ? [] : [{ card: one.card, others: others.map(({ card }) => card) }]
    })
    return alike.length === 0 ? [] : [alike]
  })
}

interface Compared {
  readonly card: Card
  readonly keys: ReadonlySet<string>
}

/** Those that share a key surely are for one source. */
function areSimilar(a: Compared, b: Compared): boolean {
  return mayBeOne(a.card.fields, b.card.fields) && ![...a.keys].some(key => b.keys.has(key))
}
