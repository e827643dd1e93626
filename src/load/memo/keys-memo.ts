import type { CacheUse } from './cache.ts'
import { checksum } from './checksum.ts'
import { type ComparedFiles, compareFiles, type FileRows, rowSections } from './file-rows.ts'
import { MemoFile, memoBytes } from './memo-file.ts'
import { bytesOf, floatsIn } from './number-views.ts'
import type { Stamps } from './stamps.ts'
import { textHash } from './text-hash.ts'

const NAME = 'keys.memo'

/** An entry is a number: the hash of a key, then the row. */
const ROWS = 2 ** 21

/** Entries that are read and checked together: a page of most file systems. */
const BLOCK = 512

/**
 * By which keys the cards of a library are found: a sorted table, of which a look-up reads a block or two. A key leads
 * to every row that has it, and by chance to one that has not: what is found is to be looked at.
 */
export class KeysMemo {
  private readonly file: MemoFile
  /** For each block its first entry and its checksum. */
  private readonly blocks: Float64Array

  private constructor(file: MemoFile, blocks: Float64Array) {
    this.file = file
    this.blocks = blocks
  }

  static open({ cache, version }: CacheUse): KeysMemo | undefined {
    const file = MemoFile.open(cache, NAME, version)
    const blocks = file?.section('blocks')
    return file && blocks && new KeysMemo(file, floatsIn(blocks))
  }

  compare(paths: readonly string[], stamps: Stamps): ComparedFiles | undefined {
    return compareFiles(this.file, paths, stamps)
  }

  /** The rows that may have a key; undefined when the memo is damaged. */
  rowsWith(key: string): number[] | undefined {
    const first = textHash(key) * ROWS
    const rows: number[] = []
    for (let block = this.lastBlockBefore(first); block * 2 < this.blocks.length; block++) {
      if ((this.blocks[block * 2] as number) >= first + ROWS) break
      const entries = this.entries(block)
      if (!entries) return undefined
      for (const entry of entries) if (entry >= first && entry < first + ROWS) rows.push(entry - first)
    }
    return rows
  }

  private lastBlockBefore(entry: number): number {
    let low = 0
    let high = this.blocks.length / 2
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.blocks[middle * 2] as number) < entry) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  private entries(block: number): Float64Array | undefined {
    const bytes = this.file.part('entries', block * BLOCK * 8, BLOCK * 8)
    return bytes && checksum(bytes) === this.blocks[block * 2 + 1] ? floatsIn(bytes) : undefined
  }
}

/**
 * Keeps the keys of a library's files.
 * @param keys those of each row
 */
export async function keepKeys(
  { cache, version }: CacheUse,
  rows: FileRows,
  keys: Iterable<Iterable<string>>,
): Promise<void> {
  if (rows.paths.length > ROWS) return
  const found: number[] = []
  let row = 0
  for (const some of keys) {
    for (const key of some) found.push(textHash(key) * ROWS + row)
    row++
  }
  const entries = Float64Array.from(found).sort()
  const blocks = new Float64Array(Math.ceil(entries.length / BLOCK) * 2)
  for (let block = 0; block * 2 < blocks.length; block++) {
    const some = entries.subarray(block * BLOCK, (block + 1) * BLOCK)
    blocks[block * 2] = some[0] ?? 0
    blocks[block * 2 + 1] = checksum(bytesOf(some))
  }
  const sections = [...rowSections(rows), ['entries', bytesOf(entries)], ['blocks', bytesOf(blocks)]] as const
  await cache.write(NAME, memoBytes(version, sections))
}
