import { type Card, isRetiredPath } from '../model/card.ts'
import type { Lookup } from '../model/library.ts'
import { ReferenceIndex, referenceKeysIn, referenceKeysOf } from '../model/reference.ts'
import type { ExtraFields } from './extra-fields.ts'
import type { LibraryFiles } from './library-files.ts'
import { isWorthKeeping } from './memo/file-reader.ts'
import { type ComparedFiles, NONE } from './memo/file-rows.ts'
import { KeysMemo, keepKeys } from './memo/keys-memo.ts'
import { readCard } from './read-card.ts'
import type { DirectoryContents } from './read-directory.ts'

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
  private readonly compared: ComparedFiles | undefined
  /** The cards in the files that have changed since. */
  private changed: Promise<readonly Card[]> | undefined
  private index: Promise<ReferenceIndex> | undefined

  /** @param contents reads all */
  constructor(source: LibraryFiles, extra: ExtraFields, contents: () => Promise<DirectoryContents>) {
    this.source = source
    this.extra = extra
    this.contents = contents
    this.memo = source.use && KeysMemo.open(source.use, '')
    this.compared = this.memo?.compare(source.paths, source.stamps)
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
    const { cards, retired } = await contents.cards()
    const byPath = new Map([...cards, ...retired].map(card => [card.path, card]))
    const keysAt = (path: string) => {
      const card = byPath.get(path)
      return card ? referenceKeysOf(card) : []
    }
    await keepKeys(use, '', contents.fileRows(), paths.map(keysAt))
  }

  private async readAll(): Promise<ReferenceIndex> {
    const { cards, retired } = await (await this.contents()).cards()
    return new ReferenceIndex(cards, retired)
  }

  /** Looks among all cards that a reference can lead to; undefined when it is not known which these are. */
  private async findAmongFew(reference: string, path: string | undefined): Promise<Lookup | undefined> {
    const rows = this.rowsFor(reference, path)
    if (!rows) return undefined
    const files = this.filesAt(rows)
    this.changed ??= this.cardsIn(this.changedFiles())
    const cards = [...(await this.cardsIn(files)), ...(await this.changed)]
    const [inUse, retired] = [
      cards.filter(card => !isRetiredPath(card.path)),
      cards.filter(card => isRetiredPath(card.path)),
    ]
    return new ReferenceIndex(inUse, retired).find(reference, path)
  }

  private rowsFor(reference: string, path: string | undefined): Set<number> | undefined {
    if (!this.memo || !this.compared || this.changedFiles().length > MOST_READ) return undefined
    const rows = new Set<number>()
    for (const key of referenceKeysIn(reference, path)) {
      const some = this.memo.rowsWith(key)
      if (!some) return undefined
      for (const row of some) rows.add(row)
    }
    return rows
  }

  private filesAt(rows: ReadonlySet<number>): number[] {
    const files: number[] = []
    for (const [i, row] of (this.compared?.rows ?? []).entries()) if (rows.has(row)) files.push(i)
    return files
  }

  private isWorthKeeping(): boolean {
    return !this.compared || isWorthKeeping(this.changedFiles().length, this.source.paths.length)
  }

  private changedFiles(): number[] {
    const files: number[] = []
    for (const [i, row] of (this.compared?.rows ?? []).entries()) if (row === NONE) files.push(i)
    return files
  }

  private async cardsIn(files: readonly number[]): Promise<Card[]> {
    const cards: Card[] = []
    for (const i of files) {
      const path = this.source.paths[i] as string
      const { card } = await readCard(() => this.source.bytesOf(path), path, this.extra)
      if (card) cards.push(card)
    }
    return cards
  }
}
