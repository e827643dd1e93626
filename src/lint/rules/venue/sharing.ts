import type { Venue } from '../../../model/card.ts'
import { groupBy } from '../../../model/group-by.ts'
import type { Pointer } from '../../../model/place.ts'

/** Something that only one venue should have, and where it says so. */
export interface Claim {
  readonly key: string
  readonly pointer: Pointer
  readonly venue: Venue
}

/** So many of the others are named. */
const NAMED = 5

/** The claims whose key another venue claims too, each with the others, of which no more than five are given. */
export function sharing(claims: readonly Claim[]): { claim: Claim; others: readonly Claim[] }[] {
  const byKey = groupBy(claims, ({ key }) => key)
  return claims.flatMap(claim => {
    // Of a large group only the first can be needed.
    const group = (byKey.get(claim.key) ?? []).slice(0, NAMED + 1)
    const others = group.filter(({ venue }) => venue !== claim.venue).slice(0, NAMED)
    return others.length === 0 ? [] : [{ claim, others }]
  })
}
