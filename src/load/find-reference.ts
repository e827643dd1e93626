import { type Card, compareCards } from '../model/card.ts'
import type { Lookup } from '../model/library.ts'
import { ReferenceIndex, referenceKeysIn, referenceKeysOf } from '../model/reference.ts'
import type { ExtraFields } from './extra-fields.ts'
import type { LibraryFiles } from './library-files.ts'
import { isWorthKeeping } from './memo/file-reader.ts'
import { NONE, placesOf } from './memo/file-rows.ts'
import { KeysMemo, keepKeys } from './memo/keys-memo.ts'
import { readCard } from './read-card.ts'
import { type DirectoryContents, partedByUse } from './read-directory.ts'

/** So many files that have changed are read to find one card. */
const MOST_READ = 200

/**
 * Finds cards by any reference: with the keys that were kept, by reading the few files that can be meant; else by reading
 * all.
 */
export class ReferenceFinder {
  private readonly source: LibraryFiles
  private readonly extra: ExtraFields
  private readonly contents: () => Promise<DirectoryContents>
  private readonly memo: KeysMemo | undefined
  private readonly known: KnownFiles | undefined
  /** The cards in the files that have changed since. */
  private changed: Promise<readonly Card[]> | undefined
  private index: Promise<ReferenceIndex> | undefined

  /** @param contents reads all */
  constructor(source: LibraryFiles, extra: ExtraFields, contents: () => Promise<DirectoryContents>) {
    this.source = source
    this.extra = extra
    this.contents = contents
    this.memo = source.use && KeysMemo.open(source.use)
    const rows = this.memo?.compare(source.paths, source.stamps)?.rows
    this.known = rows && { places: placesOf(rows), changed: changedIn(rows) }
  }

  /** @param path the reference as a path relative to the library, when it can be one */
  async find(reference: string, path: string | undefined): Promise<Lookup> {
    const known = this.index ? undefined : await this.findAmongFew(reference, path)
    if (known?.kind === 'found') return known
    // What leads nowhere, or to several, is compared with all cards there are.
    this.index ??= this.readAll()
    return (await this.index).find(reference, path)
  }

  /** Keeps the keys for the next run, if all cards were read for want of them. */
  async keep(): Promise<void> {
    const { use, paths } = this.source
    if (!use || !this.index || !this.isWorthKeeping()) return
    const contents = await this.contents()
    const byPath = await contents.byPath()
    const keysAt = (path: string) => {
      const card = byPath.get(path)
      return card ? referenceKeysOf(card) : []
    }
    await keepKeys(use, contents.fileRows(), paths.map(keysAt))
  }

  private async readAll(): Promise<ReferenceIndex> {
    const { cards, retired } = await (await this.contents()).cards()
    return new ReferenceIndex(cards, retired)
  }

  /** Looks among all cards that a reference can lead to; undefined when it is not known which these are. */
  private async findAmongFew(reference: string, path: string | undefined): Promise<Lookup | undefined> {
    const files = this.filesFor(reference, path)
    if (!files) return undefined
    this.changed ??= this.cardsIn(this.known?.changed ?? [])
    const some = [...(await this.cardsIn(files)), ...(await this.changed)]
    // As with all cards: of those that wrongly share an ID, the order says which is meant.
    const { cards, retired } = partedByUse(some.sort(compareCards))
    return new ReferenceIndex(cards, retired).find(reference, path)
  }

  /** The files, as they were kept, that a reference can lead to. */
  private filesFor(reference: string, path: string | undefined): Set<number> | undefined {
    if (!this.memo || !this.known || this.known.changed.length > MOST_READ) return undefined
    const files = new Set<number>()
    for (const key of referenceKeysIn(reference, path)) {
      const rows = this.memo.rowsWith(key)
      if (!rows) return undefined
      for (const row of rows) files.add(this.known.places[row] ?? NONE)
    }
    files.delete(NONE)
    return files
  }

  private isWorthKeeping(): boolean {
    return !this.known || isWorthKeeping(this.known.changed.length, this.source.paths.length)
  }

  private async cardsIn(files: Iterable<number>): Promise<Card[]> {
    const cards: Card[] = []
    for (const i of files) {
      const path = this.source.paths[i] as string
      const { card } = await readCard(() => this.source.bytesOf(path), path, this.extra)
      if (card) cards.push(card)
    }
    return cards
  }
}

/** What is known of the files when all have been compared. */
interface KnownFiles {
  /** For each row its file. */
  readonly places: Int32Array
  /** The files that are not as they were. */
  readonly changed: readonly number[]
}

function changedIn(rows: Int32Array): number[] {
  return [...rows.keys()].filter(i => rows[i] === NONE)
}
