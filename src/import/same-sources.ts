import type { CardFields, KnownFields } from '../model/card.ts'
import { sourceKeys } from '../model/identifier.ts'
import type { SameSource } from './import-report.ts'

/**
 * Groups of cards that seem to be about one source, of which at least one is new.
 * @returns in the order of the first new card of each group, the IDs of new cards before those of others
 */
export function sameSources(fresh: readonly CardFields[], existing: readonly KnownFields[]): SameSource[] {
  const groups = new Map<string, string[]>()
  for (const fields of fresh) {
    for (const key of sourceKeys(fields)) groups.set(key, [...(groups.get(key) ?? []), fields.id])
  }
  for (const fields of existing) for (const key of sourceKeys(fields)) groups.get(key)?.push(fields.id)
  const byMembers = new Map<string, SameSource>()
  for (const [key, members] of groups) {
    const cards = [...new Set(members)]
    const name = cards.join(' ')
    // Two cards can share several keys; they are one group all the same.
    if (cards.length > 1 && !byMembers.has(name)) byMembers.set(name, { key, cards })
  }
  return [...byMembers.values()]
}
