/** Where what was found out about a library is kept for the next run. All of it can be lost at any time. */
export interface Cache {
  /** Opens a file; undefined when there is none to read. */
  open(name: string): CachedFile | undefined
  /** Replaces a file, whole or not at all. What cannot be written is not. */
  write(name: string, chunks: Iterable<Uint8Array>): Promise<void>
}

/** An open file, which stays the same whoever writes. */
export interface CachedFile {
  readonly size: number
  /** The bytes from an offset on, aligned for typed arrays; fewer at the end, or when they cannot be read. */
  read(offset: number, length: number): Uint8Array
  close(): void
}

/** A cache, and by what is put into it. */
export interface CacheUse {
  readonly cache: Cache
  /** The program's version: what another made is not used. */
  readonly version: string
  /** The time, in milliseconds of the epoch, at or before the moment when it is asked. */
  readonly now: () => number
}
