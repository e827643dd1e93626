import { LINK } from './card-links.ts'
import type { LinkSearch } from './link-search.ts'
import type { LinkTable } from './link-table.ts'
import { eachLink } from './link-words.ts'

/** What has changed since something was found out about the rows of a table. */
export interface LinkChanges {
  /** The rows that are new or have other links now. */
  readonly changed: readonly number[]
  /** The words of the rows that are gone, and those that the changed rows had. */
  readonly former: readonly Int32Array[]
  /** Whether there are other IDs than before. */
  readonly hasOtherIds: boolean
  /** The keys of which another part counts as most than before. */
  readonly turned: ReadonlySet<number>
}

/**
 * The rows about which something else may be found out now: those that changed, and those that had or have something to
 * do with these, directly or through others.
 */
export function affectedRows(table: LinkTable, search: LinkSearch, changes: LinkChanges): Set<number> {
  const affected = new Set(changes.changed)
  const keys = new Set<number>()
  for (const words of changes.former) addKeys(words, keys, () => true)
  for (const row of changes.changed) addKeys(table.row(row), keys, () => true)
  const holders = new Map<number, number[]>()
  for (const row of new Set([...search.subjects(), ...search.needing()])) {
    const words = table.row(row)
    eachLink(words, (kind, key) => {
      if (kind === LINK.misses && changes.hasOtherIds) affected.add(row)
      if (kind === LINK.mostly && changes.turned.has(key)) affected.add(row)
      const rows = holders.get(key)
      if (rows === undefined) holders.set(key, [row])
      else rows.push(row)
    })
  }
  const spread = new Set(changes.changed)
  // Grows while it is gone through.
  for (const key of keys)
    for (const row of holders.get(key) ?? []) {
      if (spread.has(row)) continue
      spread.add(row)
      affected.add(row)
      // What a card is told of another rests on what that one shares, and on what stands for it.
      const words = table.row(row)
      const needs = hasKind(words, LINK.needs)
      addKeys(words, keys, kind => kind === LINK.shares || (needs && kind === LINK.tells))
    }
  return affected
}

function addKeys(words: Int32Array, keys: Set<number>, isWanted: (kind: number) => boolean): void {
  eachLink(words, (kind, key) => {
    if (kind !== LINK.alone && kind !== LINK.counts && kind !== LINK.mostly && isWanted(kind)) keys.add(key)
  })
}

function hasKind(words: Int32Array, sought: number): boolean {
  let has = false
  eachLink(words, kind => {
    has ||= kind === sought
  })
  return has
}
