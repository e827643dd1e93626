import { NONE } from '../load/memo/file-rows.ts'
import type { DigestMemo } from './digest-memo.ts'
import { Digests } from './digests.ts'
import type { DigestedFile, FileDigest } from './file-digest.ts'
import { LinkTable } from './links/link-table.ts'
import { touchOthers } from './links/touch-others.ts'

/** What was known before of a library. */
export interface Before {
  readonly memo: DigestMemo
  /** For each file of now its row then; `NONE` where there is something new. */
  readonly rows: Int32Array
  /** The links of then; undefined when nothing has changed that has to do with other cards. */
  readonly links: LinkTable | undefined
}

/** Collects digests, new ones and known ones. */
export class DigestsBuilder {
  private readonly memo: DigestMemo
  private readonly formerRow: (i: number) => number
  private readonly cards: FileDigest[] = []
  private readonly rows: Int32Array
  /** The files with something new. */
  private readonly changed: number[] = []
  /** Their links. */
  private readonly fresh = new LinkTable()
  needsIds = false

  constructor(count: number, memo: DigestMemo, formerRow: (i: number) => number) {
    this.memo = memo
    this.formerRow = formerRow
    this.rows = new Int32Array(count).fill(NONE)
  }

  keep(i: number, row: number, digest: FileDigest): void {
    this.rows[i] = row
    this.push(digest)
  }

  add(i: number, { digest, links }: DigestedFile): void {
    this.changed.push(i)
    this.fresh.add(links)
    this.push(digest)
  }

  /**
   * @param isLinked whether links are needed though nothing has changed
   * @returns undefined when the memo is damaged
   */
  build(
    registries: readonly FileDigest[],
    isLinked: boolean,
  ): { readonly digests: Digests; readonly before: Before } | undefined {
    const { memo, rows } = this
    const unlinked = () => ({
      digests: new Digests(this.cards, registries, new LinkTable()),
      before: { memo, rows, links: undefined },
    })
    const isSame = this.fresh.count === 0 && memo.count === this.cards.length
    if (isSame && !isLinked) return unlinked()
    const links = memo.links()
    if (!links) return undefined
    if (!isLinked && this.changesNoOther(links)) return unlinked()
    return {
      digests: new Digests(this.cards, registries, isSame ? links : this.joined(links)),
      before: { memo, rows, links: isSame ? undefined : links },
    }
  }

  /** Whether nothing that was found of cards together can be otherwise now, as is usual when somebody mends a text. */
  private changesNoOther(former: LinkTable): boolean {
    const { memo, changed, fresh } = this
    if (memo.count !== this.cards.length) return false
    const linked = new Set(memo.linked)
    const rows = changed.map((i, place) => ({ row: this.formerRow(i), words: fresh.row(place) }))
    return !rows.some(({ row }) => row === NONE || linked.has(row)) && !touchOthers(former, rows)
  }

  private joined(former: LinkTable): LinkTable {
    const table = new LinkTable(this.cards.length)
    let next = 0
    for (let i = 0; i < this.rows.length; ) {
      const from = this.rows[i] as number
      let end = i + 1
      if (from === NONE) table.add(this.fresh.row(next++))
      else {
        while (this.rows[end] === from + end - i) end++
        table.addAll(former, from, from + end - i)
      }
      i = end
    }
    return table
  }

  private push(digest: FileDigest): void {
    this.cards.push(digest)
    this.needsIds ||= digest.needsIds ?? false
  }
}
