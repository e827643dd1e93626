import { LINK, lengthOf } from './card-links.ts'
import type { LinkTable } from './link-table.ts'
import { keyAt, kindAt } from './link-words.ts'

/** The links of a row of a table, and those that it has now. */
export interface ChangedRow {
  readonly row: number
  readonly words: Int32Array
}

/**
 * Whether links that have come or gone may have something to do with other rows. They have not when each only says a key
 * that nobody else knows, as that of a title. One pass over the table that only compares, so it takes a fraction of what
 * `LinkSearch` does; it may say yes too often, but never no when it should not.
 */
export function touchOthers(table: LinkTable, changes: readonly ChangedRow[]): boolean {
  /** For each key that has come or gone, the one row that knows it. */
  const rows = new Map<number, number>()
  for (const { row, words } of changes) {
    const former = table.row(row)
    // The first is a card's ID, which others may be told is like the one that they seek.
    if (former[0] !== words[0] || former[1] !== words[1]) return true
    for (const { kind, key } of [...linksLeft(words, former), ...linksLeft(former, words)]) {
      if (kind !== LINK.shares && kind !== LINK.tells) return true
      if ((rows.get(key) ?? row) !== row) return true
      rows.set(key, row)
    }
  }
  // What the changed rows have besides is in the table too.
  return rows.size > 0 && isKnownElsewhere(table, rows)
}

/** The links of a row that another has not. */
function linksLeft(words: Int32Array, others: Int32Array): { kind: number; key: number }[] {
  const known = new Set(linksOf(others).map(({ name }) => name))
  return linksOf(words).filter(({ name }) => !known.has(name))
}

function linksOf(words: Int32Array): { kind: number; key: number; name: string }[] {
  const links: { kind: number; key: number; name: string }[] = []
  for (let at = 0; at < words.length; at += lengthOf(kindAt(words, at))) {
    const kind = kindAt(words, at)
    links.push({ kind, key: keyAt(words, at), name: words.subarray(at, at + lengthOf(kind)).join() })
  }
  return links
}

function isKnownElsewhere(table: LinkTable, rows: ReadonlyMap<number, number>): boolean {
  const { words, rowEnds } = table
  // Hardly any key ends like one of these: a byte of each says so at once.
  const endings = new Uint8Array(4096)
  for (const key of rows.keys()) endings[key % 4096] = 1
  for (let row = 0, at = 0; row < rowEnds.length; row++) {
    const end = rowEnds[row] as number
    for (; at < end; at += lengthOf(kindAt(words, at))) {
      // The last bits of the key's name, which are the first of its second word.
      if (endings[((words[at + 1] as number) >>> 11) & 4095] === 0) continue
      const knower = rows.get(keyAt(words, at))
      if (knower !== undefined && knower !== row) return true
    }
  }
  return false
}
