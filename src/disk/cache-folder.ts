import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { ioCode } from '../model/io-error.ts'

/** An open file of a cache. What it holds stays the same while it is open, whoever writes. */
export interface OpenCacheFile {
  readonly size: number
  /** The bytes from an offset on; fewer at the end of the file, and none when they cannot be read. */
  read(offset: number, length: number): Uint8Array
  close(): void
}

/**
 * The files that are kept about one library, in a folder of the user's cache directory. They can be deleted at any time.
 * Files are replaced whole, so that programs that write at the same time do no harm; what cannot be read or
 * written is as if it were not there.
 */
export class CacheFolder {
  private readonly root: string
  private readonly folder: string

  /**
   * @param root the program's folder in the user's cache directory
   * @param library a name for the library, which no other has
   */
  constructor(root: string, library: string) {
    this.root = root
    this.folder = join(root, library)
  }

  /** Opens a file; undefined when there is none to read, or it is no ordinary one. */
  open(name: string): OpenCacheFile | undefined {
    return quietly(() => {
      // A pipe in its place would be waited for.
      const file = openSync(join(this.folder, name), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
      const stats = quietly(() => fstatSync(file))
      if (!stats?.isFile()) {
        closeSync(file)
        return undefined
      }
      const { size } = stats
      return { size, read: (offset, length) => readAt(file, offset, length), close: () => closeSync(file) }
    })
  }

  /** Replaces a file, whole or not at all, then removes what is too old or too much. */
  async write(name: string, chunks: Iterable<Uint8Array>): Promise<void> {
    // Reading needs none of that.
    const { writeCacheFile } = await import('./write-cache-file.ts')
    quietly(() => writeCacheFile(this.root, join(this.folder, name), chunks))
  }
}

/** What an action gives; undefined when the system refuses. */
function quietly<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch (error) {
    // A folder that cannot be made is told by an error for people, which has none of the system's.
    if (ioCode(error) === undefined && !(error instanceof Error && 'hint' in error)) throw error
    return undefined
  }
}

function readAt(file: number, offset: number, length: number): Uint8Array {
  // A block of its own starts where typed arrays may.
  const bytes = Buffer.from(new ArrayBuffer(length))
  const read = quietly(() => {
    let done = 0
    while (done < length) {
      const count = readSync(file, bytes, done, length - done, offset + done)
      if (count === 0) break
      done += count
    }
    return done
  })
  return bytes.subarray(0, read ?? 0)
}
