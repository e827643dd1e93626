import type { Card } from '../model/card.ts'
import { editDistance } from '../model/nearest.ts'
import { resourceId } from '../model/stable-id.ts'

/** So many cards that may be meant are worth a look. */
const MOST = 3

/** A card that may be meant, and its name that is near. */
export interface NearCard {
  readonly card: Card
  readonly name: string
}

/**
 * Finds the cards whose ID, resource ID or alias misspelt ones may mean: one sign is wrong, missing or too much, two have
 * changed places, or the case is wrong. The misspelt ones are indexed by what they are without each of their signs, and
 * every card is looked at once, however many there are.
 * @returns up to three cards for each ID that may mean any, in their order
 */
export function nearIds(ids: Iterable<string>, cards: readonly Card[]): Map<string, NearCard[]> {
  const byKey = new Map<string, Set<string>>()
  for (const id of ids)
    for (const key of withoutEachSign(id)) {
      const known = byKey.get(key)
      if (known) known.add(id)
      else byKey.set(key, new Set([id]))
    }
  const near = new Map<string, NearCard[]>()
  if (byKey.size === 0) return near
  for (const card of cards)
    for (const name of namesOf(card))
      for (const id of new Set(withoutEachSign(name).flatMap(key => [...(byKey.get(key) ?? [])]))) {
        const found = near.get(id) ?? []
        if (found.length === MOST || found.some(each => each.card === card) || !isNear(id, name)) continue
        near.set(id, [...found, { card, name }])
      }
  return near
}

function isNear(id: string, name: string): boolean {
  return editDistance(id.toLowerCase(), name.toLowerCase(), 1) <= 1
}

function namesOf({ id, fields: { url, aliases = [] } }: Card): string[] {
  return [id, ...aliases, ...(url === undefined ? [] : [resourceId(url)])]
}

function withoutEachSign(id: string): string[] {
  const folded = id.toLowerCase()
  return [folded, ...Array.from(folded, (_, i) => folded.slice(0, i) + folded.slice(i + 1))]
}
