import { groupBy } from '../model/group-by.ts'
import type { Pointer } from '../model/place.ts'

/** Something that only one entry of a registry should have, and where it says so. */
export interface Claim<Entry> {
  readonly key: string
  readonly pointer: Pointer
  readonly entry: Entry
}

/** So many of the others are named. */
const NAMED = 5

/** The claims whose key another entry claims too, each with the others, of which no more than five are given. */
export function sharing<Entry>(
  claims: readonly Claim<Entry>[],
): { claim: Claim<Entry>; others: readonly Claim<Entry>[] }[] {
  const byKey = groupBy(claims, ({ key }) => key)
  return claims.flatMap(claim => {
    // Of a large group only the first can be needed.
    const group = (byKey.get(claim.key) ?? []).slice(0, NAMED + 1)
    const others = group.filter(({ entry }) => entry !== claim.entry).slice(0, NAMED)
    return others.length === 0 ? [] : [{ claim, others }]
  })
}
