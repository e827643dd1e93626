import type { Card } from './card.ts'
import { groupBy } from './group-by.ts'

/**
 * Cards in groups: two cards that share a key are in one group, and so are two that a third one joins. Only groups of
 * two or more; within a group cards keep their order. Of cards that share an ID only the first counts, as `id/duplicate`
 * tells of the others. Takes time in proportion to the number of keys.
 */
export function groupByKeys(cards: readonly Card[], keysOf: (card: Card) => Iterable<string>): Card[][] {
  const distinct = [...new Map([...cards].reverse().map(card => [card.id.toLowerCase(), card])).values()]
  const leaders = new Map<Card, Card>(distinct.map(card => [card, card]))
  const firstWith = new Map<string, Card>()
  for (const card of distinct) {
    for (const key of keysOf(card)) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, card)
      else leaders.set(leaderOf(card, leaders), leaderOf(first, leaders))
    }
  }
  const counted = cards.filter(card => leaders.has(card))
  const groups = groupBy(counted, card => leaderOf(card, leaders))
  return [...groups.values()].filter(group => group.length > 1)
}

/** The keys that more than one of some cards has. */
export function sharedKeys(cards: readonly Card[], keysOf: (card: Card) => Iterable<string>): string[] {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const card of cards)
    for (const key of new Set(keysOf(card))) {
      if (seen.has(key)) shared.add(key)
      seen.add(key)
    }
  return [...shared]
}

/** Follows leaders to the one that leads itself, and shortens the way for the next time. */
function leaderOf(card: Card, leaders: Map<Card, Card>): Card {
  let leader = card
  for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader)) {
    leaders.set(leader, leaders.get(next) ?? next)
    leader = next
  }
  return leader
}
