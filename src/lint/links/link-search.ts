import { LINK, lengthOf, soughtKey, soughtMeaning } from './card-links.ts'
import { KeyRows } from './key-rows.ts'
import type { LinkTable } from './link-table.ts'
import { highOf, keyAt, kindAt, meaningAt } from './link-words.ts'
import { Meanings } from './meanings.ts'
import { RoughSet } from './rough-set.ts'
import { Totals } from './totals.ts'

/** A row with a key that it seeks. */
interface Seeker {
  readonly row: number
  readonly key: number
}

/**
 * Finds which rows of a table have to do with which others. Most have nothing to do with any: of their keys no more is
 * kept than a bit. Takes two passes over the table.
 */
export class LinkSearch {
  private readonly table: LinkTable
  private readonly shared: RoughSet
  private readonly repeated: RoughSet
  private readonly sought: RoughSet
  /** The rows that share a key, of those keys that several share or one seeks; in order. */
  private readonly holders = new KeyRows()
  /** Two rows that tell a key, of those that one seeks. */
  private readonly tellers = new KeyRows(2)
  private readonly meanings = new Meanings()
  private readonly totals = new Totals()
  private readonly marked: Uint8Array
  private readonly inNeed = new Set<number>()
  private readonly asking: Seeker[] = []
  private readonly missing: Seeker[] = []
  private readonly counting: Seeker[] = []

  constructor(table: LinkTable) {
    const size = table.words.length >> 1
    this.table = table
    this.marked = new Uint8Array(table.count)
    this.shared = new RoughSet(size)
    this.repeated = new RoughSet(size)
    this.sought = new RoughSet(size)
    this.sift()
    this.gather()
    this.mark()
  }

  /** The rows that have to do with others, or are to be looked at anyway; in order. */
  subjects(): number[] {
    const rows: number[] = []
    for (let row = 0; row < this.marked.length; row++) if (this.marked[row]) rows.push(row)
    return rows
  }

  /** The rows that can only be judged together with others. */
  needing(): ReadonlySet<number> {
    return this.inNeed
  }

  /** The keys of what is counted, of which at least half belongs to the part. */
  mostlyKeys(): number[] {
    return this.totals.mostlyKeys()
  }

  /** Some rows, with all those without which they cannot be judged; in order. */
  withOthers(rows: Iterable<number>): number[] {
    const subjects = new Set(rows)
    const found = new Set(subjects)
    for (const row of found) for (const other of this.others(row, subjects.has(row))) found.add(other)
    return [...found].sort((a, b) => a - b)
  }

  /** The rows that share a key; in order. */
  rowsSharing(space: string, key: string): readonly number[] {
    const name = soughtKey(space, key)
    const known = this.holders.of(name)
    if (known !== undefined || !this.shared.has(highOf(name))) return known ?? []
    const rows: number[] = []
    this.each(LINK.shares, (at, row) => {
      if (keyAt(this.table.words, at) === name && rows.at(-1) !== row) rows.push(row)
    })
    return rows
  }

  /** How many rows give a key a meaning. */
  countOf(space: string, key: string, meaning: string): number {
    const name = soughtKey(space, key)
    const { words } = this.table
    return this.meanings.countOf(name, soughtMeaning(space, meaning), look =>
      this.each(LINK.claims, (at, row) => {
        if (keyAt(words, at) === name) look(meaningAt(words, at), row)
      }),
    )
  }

  /** Whether of what is counted at least half belongs to the part. */
  isMostly(space: string): boolean {
    return this.totals.isMostly(soughtKey(space, ''))
  }

  /** Notes of each key whether it is worth a closer look. Most links are shared or told: these cost the least. */
  private sift(): void {
    const { words, rowEnds } = this.table
    const { shared, repeated } = this
    for (let row = 0, at = 0; row < rowEnds.length; row++) {
      const end = rowEnds[row] as number
      while (at < end) {
        const high = words[at] as number
        const kind = kindAt(words, at)
        if (kind === LINK.shares) {
          if (shared.has(high)) repeated.add(high)
          else shared.add(high)
        } else if (kind !== LINK.tells) this.note(kind, words, at, row)
        at += lengthOf(kind)
      }
    }
    this.meanings.endNotes()
  }

  private note(kind: number, words: Int32Array, at: number, row: number): void {
    const key = keyAt(words, at)
    switch (kind) {
      case LINK.asks:
      case LINK.misses:
      case LINK.needs:
        this.sought.add(words[at] as number)
        if (kind === LINK.needs) this.inNeed.add(row)
        if (kind === LINK.asks) this.asking.push({ row, key })
        if (kind === LINK.misses) this.missing.push({ row, key })
        break
      case LINK.claims:
        this.meanings.note(key, meaningAt(words, at))
        break
      case LINK.doubts:
        this.meanings.contest(key)
        break
      case LINK.counts:
        this.totals.add(key, words[at + 2] as number, words[at + 3] as number)
        break
      case LINK.mostly:
        this.counting.push({ row, key })
        break
      case LINK.alone:
        this.marked[row] = 1
    }
  }

  /** Gathers the rows of the keys that are. */
  private gather(): void {
    const { words, rowEnds } = this.table
    const { repeated, sought, meanings } = this
    const { areContested } = meanings
    for (let row = 0, at = 0; row < rowEnds.length; row++) {
      const end = rowEnds[row] as number
      while (at < end) {
        const high = words[at] as number
        const kind = kindAt(words, at)
        if (kind === LINK.shares) {
          if (repeated.has(high) || sought.has(high)) this.holders.add(keyAt(words, at), row)
        } else if (kind === LINK.tells) {
          if (sought.has(high)) this.tellers.add(keyAt(words, at), row)
        } else if (areContested && (kind === LINK.claims || kind === LINK.doubts)) {
          const isCounted = kind === LINK.claims
          meanings.add({ row, key: keyAt(words, at), meaning: meaningAt(words, at), isCounted })
        }
        at += lengthOf(kind)
      }
    }
  }

  /** Marks the rows that are to be looked at. */
  private mark(): void {
    const { marked, holders, tellers } = this
    for (const row of holders.inCompany()) marked[row] = 1
    for (const { row, key } of this.asking)
      if (tellers.hasOther(key, row) || holders.hasOther(key, row)) marked[row] = 1
    for (const { row, key } of this.missing) if (!tellers.hasOther(key, row)) marked[row] = 1
    for (const { row, key } of this.counting) if (this.totals.isMostly(key)) marked[row] = 1
    for (const row of this.meanings.outnumbered()) marked[row] = 1
  }

  /** @param isSubject whether it is itself to be judged, and not only needed for another */
  private *others(row: number, isSubject: boolean): Iterable<number> {
    const words = this.table.row(row)
    for (let at = 0; at < words.length; at += lengthOf(kindAt(words, at))) {
      const kind = kindAt(words, at)
      const key = keyAt(words, at)
      const asks = kind === LINK.asks && isSubject
      if (kind === LINK.shares || kind === LINK.needs || asks) yield* this.holders.of(key) ?? []
      if (asks) yield* this.tellers.of(key) ?? []
      if ((kind === LINK.claims || kind === LINK.doubts) && isSubject) yield* this.meanings.rowsOf(key)
    }
  }

  /** Goes through all links of one kind. */
  private each(kind: number, look: (at: number, row: number) => void): void {
    const { words, rowEnds } = this.table
    for (let row = 0, at = 0; row < rowEnds.length; row++) {
      const end = rowEnds[row] as number
      for (; at < end; at += lengthOf(kindAt(words, at))) if (kindAt(words, at) === kind) look(at, row)
    }
  }
}
