import type { MemoFile, Section } from './memo-file.ts'
import { bytesOf, floatsIn } from './number-views.ts'
import { Stamps } from './stamps.ts'

/** Bytes of the hash of a file's content. */
export const HASH_LENGTH = 16

/** No row. */
export const NONE = -1

/** Files that a memo is about: a row each, in the order of their paths, with their stamps and the hashes of their contents. */
export interface FileRows {
  readonly paths: readonly string[]
  readonly stamps: Stamps
  /** `HASH_LENGTH` bytes a row. */
  readonly hashes: Uint8Array
}

/** Files as they are now, held against those of a memo. */
export interface ComparedFiles {
  /** Whether they are the same, none has come or gone, and so the rows are the files in their order. */
  readonly isSame: boolean
  /** For each file its row when it surely is as it was, else `NONE`. */
  readonly rows: Int32Array
  /** For each file the row of its path, or `NONE`: when its content has the row's hash, it is as it was too. */
  readonly former: Int32Array
}

/** File names may hold anything else. */
const SEPARATOR = '\0'

/** The sections in which a memo keeps its files. */
export function* rowSections({ paths, stamps, hashes }: FileRows): Iterable<Section> {
  yield ['paths', Buffer.from(paths.join(SEPARATOR), 'utf8')]
  yield ['stamps', bytesOf(stamps.numbers)]
  yield ['hashes', hashes]
}

/**
 * Holds files against those of a memo. The usual case, that nothing has changed, is told by comparing whole columns.
 * @returns undefined when the memo is damaged
 */
export function compareFiles(
  memo: MemoFile,
  paths: readonly string[],
  stamps: Stamps,
): ComparedFiles | undefined {
  const bytes = memo.section('paths')
  const numbers = memo.section('stamps')
  if (!bytes || !numbers) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  const known = new Stamps(floatsIn(numbers))
  const hasSamePaths = text === paths.join(SEPARATOR)
  if (hasSamePaths && stamps.count === known.count && stamps.equals(known)) {
    const rows = upTo(paths.length)
    return { isSame: true, rows, former: rows }
  }
  const former = hasSamePaths ? upTo(paths.length) : rowsOf(paths, text.split(SEPARATOR))
  const rows = new Int32Array(paths.length)
  for (let i = 0; i < rows.length; i++) {
    const row = former[i] as number
    rows[i] = row !== NONE && stamps.isSame(i, known, row) ? row : NONE
  }
  return { isSame: false, rows, former }
}

function upTo(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = i
  return numbers
}

/** For each path its place among others; both are in order. */
function rowsOf(paths: readonly string[], known: readonly string[]): Int32Array {
  const rows = new Int32Array(paths.length).fill(NONE)
  let row = 0
  for (const [i, path] of paths.entries()) {
    while (row < known.length && (known[row] as string) < path) row++
    if (known[row] === path) rows[i] = row
  }
  return rows
}

/** The place of a path among others, which are in order; `NONE` for one that is not there. */
export function placeAmong(paths: readonly string[], path: string): number {
  let low = 0
  let high = paths.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((paths[middle] as string) < path) low = middle + 1
    else high = middle
  }
  return paths[low] === path ? low : NONE
}

/** For each row its file; `NONE` for a row that no file has. */
export function placesOf(rows: Int32Array): Int32Array {
  const last = rows.reduce((most, row) => Math.max(most, row), NONE)
  const places = new Int32Array(last + 1).fill(NONE)
  for (const [i, row] of rows.entries()) if (row !== NONE) places[row] = i
  return places
}

/** Whether a content has the hash of a row, as `contentHash` gives it. */
export function hasHash(hashes: Uint8Array, row: number, hash: string): boolean {
  for (let i = 0; i < HASH_LENGTH; i++) if (hashes[row * HASH_LENGTH + i] !== hash.charCodeAt(i)) return false
  return true
}
