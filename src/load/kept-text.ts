import { type Card, compareCards } from '../model/card.ts'
import type { KeptOfCards } from '../model/library.ts'
import type { LibraryFiles } from './library-files.ts'
import type { CacheUse } from './memo/cache.ts'
import { isWorthKeeping } from './memo/file-reader.ts'
import { type ComparedFiles, compareFiles, NONE, rowSections } from './memo/file-rows.ts'
import { MemoFile, memoBytes } from './memo/memo-file.ts'
import { bytesOf, intsIn } from './memo/number-views.ts'
import type { DirectoryContents } from './read-directory.ts'

/** What there is to work with. */
export interface KeepingText {
  readonly files: LibraryFiles
  /** Reads what of the library has to be read. */
  contents(): Promise<DirectoryContents>
  /** Has something done when the answer has been given. */
  later(action: () => Promise<void>): void
}

/** Something made of all cards in use together, as it was kept, and which cards of now it still speaks of. */
export async function keptText(name: string, keeping: KeepingText): Promise<KeptOfCards> {
  const { files } = keeping
  const { use } = files
  const memo = use && MemoFile.open(use.cache, `${name}.memo`, use.version)
  const compared = memo && compareFiles(memo, files.paths, files.stamps)
  const rows = compared && rowsIn(memo)
  const bytes = rows && memo.section('text')
  const known = bytes && { bytes, rows, compared }
  if (known?.compared.isSame) {
    const paths = Array.from(known.rows, row => files.paths[row] as string)
    return { bytes, paths, numbers: Int32Array.from(paths, (_, number) => number), keep: () => {} }
  }
  const cards = [...(await (await keeping.contents()).cardsWith(new Set()))].sort(compareCards)
  const numbers = known ? numbersOf(cards, files, known) : new Int32Array(cards.length).fill(NONE)
  return {
    bytes: known?.bytes,
    paths: cards.map(({ path }) => path),
    numbers,
    keep: made => {
      const changed = numbers.filter(number => number === NONE).length
      if (use && (!known || isWorthKeeping(changed, numbers.length)))
        keeping.later(() => keepText(name, use, keeping, cards, made()))
    },
  }
}

function rowsIn(memo: MemoFile): Int32Array | undefined {
  const bytes = memo.section('rows')
  return bytes && intsIn(bytes)
}

/** For each card the number that it had, when its file is as it was. */
function numbersOf(
  cards: readonly Card[],
  { paths }: LibraryFiles,
  { rows, compared }: { readonly rows: Int32Array; readonly compared: ComparedFiles },
): Int32Array {
  const numberAt = new Map<number, number>()
  for (const [number, row] of rows.entries()) numberAt.set(row, number)
  const places = placesOf(paths)
  return Int32Array.from(cards, ({ path }) => {
    const row = compared.rows[places.get(path) ?? NONE] ?? NONE
    return numberAt.get(row) ?? NONE
  })
}

async function keepText(
  name: string,
  use: CacheUse,
  { files, contents }: KeepingText,
  cards: readonly Card[],
  text: Uint8Array,
): Promise<void> {
  const places = placesOf(files.paths)
  const rows = Int32Array.from(cards, ({ path }) => places.get(path) ?? NONE)
  const kept = (await contents()).fileRows()
  const sections = [...rowSections(kept), ['rows', bytesOf(rows)], ['text', text]] as const
  await use.cache.write(`${name}.memo`, memoBytes(use.version, sections))
}

function placesOf(paths: readonly string[]): Map<string, number> {
  return new Map(paths.map((path, i) => [path, i]))
}
