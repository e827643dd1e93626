import type { LibraryFiles } from '../library-files.ts'
import { type ComparedFiles, type FileRows, HASH_LENGTH, hasHash, NONE } from './file-rows.ts'
import type { Stamps } from './stamps.ts'

/** What is kept of a library's files, a row each. */
export interface Memo {
  /** Undefined when it is damaged. */
  compare(paths: readonly string[], stamps: Stamps): ComparedFiles | undefined
  /** `HASH_LENGTH` bytes a row; undefined when they are damaged. */
  hashes(): Uint8Array | undefined
}

/** Below that, it costs less to read again what has changed than to write all anew. */
const FEW_READ = 50
const SMALL_PART = 0.02

/**
 * Reads the files of a library, but for those that a memo knows: as they have the same stamps, or else, once they are
 * read, the same content.
 */
export class FileReader {
  /** For each file its row in the memo; `NONE` where it is to be read, or has been. */
  readonly rows: Int32Array
  private readonly source: LibraryFiles
  private memo: Memo | undefined
  private readonly isSame: boolean
  private readonly former: Int32Array
  /** Of the files that were read; all others are in the memo. */
  private readonly readHashes = new Map<number, string>()
  private knownHashes: Uint8Array | undefined
  private contentHash: ((bytes: Uint8Array) => string) | undefined

  /** Whether all files are as the memo has them, none has come, and none has gone. */
  get isUnchanged(): boolean {
    return this.memo !== undefined && this.isSame
  }

  private constructor(source: LibraryFiles, memo: Memo | undefined) {
    const compared = source.use && memo?.compare(source.paths, source.stamps)
    const none = () => new Int32Array(source.paths.length).fill(NONE)
    this.source = source
    this.memo = compared && memo
    this.isSame = compared?.isSame ?? false
    this.rows = compared ? compared.rows.slice() : none()
    this.former = compared ? compared.former.slice() : none()
  }

  static async over(source: LibraryFiles, memo: Memo | undefined): Promise<FileReader> {
    const reader = new FileReader(source, memo)
    // Node's module for hashes takes time to load, and mostly nothing is to be read.
    if (source.use && reader.rows.includes(NONE))
      reader.contentHash = (await import('./content-hash.ts')).contentHash
    return reader
  }

  /**
   * Reads a file, if it has to be.
   * @param make what is made of its bytes, which are given by a function that throws what reading them threw
   * @returns undefined when the memo has it
   */
  read<T>(i: number, make: (bytesOf: () => Uint8Array) => T): T | undefined {
    if (this.rows[i] !== NONE) return undefined
    const bytes = this.bytesOf(i)
    if (bytes instanceof Uint8Array && this.isAsKnown(i, bytes)) return undefined
    return make(() => {
      if (bytes instanceof Uint8Array) return bytes
      throw bytes.error
    })
  }

  /** The row of a file's path in the memo, whatever it held then; `NONE` for a new one. */
  formerRow(i: number): number {
    return this.former[i] ?? NONE
  }

  /** Takes note of a file that somebody else has read. */
  noteRead(i: number, hash: string): void {
    this.readHashes.set(i, hash)
  }

  /** Takes nothing from the memo any more, as it is damaged. */
  forget(): void {
    this.memo = undefined
    this.knownHashes = undefined
    this.rows.fill(NONE)
    this.former.fill(NONE)
  }

  /** Whether so much was read that it is worth while to keep what was found. */
  get isWorthKeeping(): boolean {
    return this.memo === undefined || isWorthKeeping(this.readHashes.size, this.source.paths.length)
  }

  /** The files as they are now, to be kept. */
  fileRows(): FileRows {
    const { paths } = this.source
    const hashes = Buffer.alloc(paths.length * HASH_LENGTH)
    const stamps = this.source.stamps.copy()
    for (let i = 0; i < paths.length; i++) {
      const hash = this.readHashes.get(i)
      const known = hash === undefined ? this.knownHash(this.rows[i] ?? NONE) : undefined
      if (hash !== undefined) hashes.write(hash, i * HASH_LENGTH, 'latin1')
      else if (known) hashes.set(known, i * HASH_LENGTH)
      // It could not be read, which may be otherwise the next time.
      else stamps.forget(i)
    }
    return { paths, stamps, hashes }
  }

  private bytesOf(i: number): Uint8Array | { readonly error: unknown } {
    try {
      return this.source.bytesOf(this.source.paths[i] as string)
    } catch (error) {
      return { error }
    }
  }

  /** Whether a file that was touched holds what it held. */
  private isAsKnown(i: number, bytes: Uint8Array): boolean {
    if (!this.contentHash) return false
    const hash = this.contentHash(bytes)
    this.readHashes.set(i, hash)
    const row = this.former[i] ?? NONE
    this.knownHashes ??= this.memo?.hashes()
    if (row === NONE || !this.knownHashes || !hasHash(this.knownHashes, row, hash)) return false
    this.rows[i] = row
    return true
  }

  private knownHash(row: number): Uint8Array | undefined {
    this.knownHashes ??= this.memo?.hashes()
    return row === NONE ? undefined : this.knownHashes?.subarray(row * HASH_LENGTH, (row + 1) * HASH_LENGTH)
  }
}

/** Whether so many files were read that writing all anew costs less than reading them again the next time. */
export function isWorthKeeping(readCount: number, count: number): boolean {
  return readCount > Math.max(FEW_READ, count * SMALL_PART)
}
