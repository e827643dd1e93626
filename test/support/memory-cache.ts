import type { Cache } from '../../src/load/memo/cache.ts'

/** A cache in memory, whose files a test can look at and damage. */
export class MemoryCache implements Cache {
  readonly files = new Map<string, Uint8Array>()

  open(name: string) {
    const bytes = this.files.get(name)
    if (!bytes) return undefined
    return {
      size: bytes.length,
      read: (offset: number, length: number) => new Uint8Array(bytes.slice(offset, offset + length)),
      close: () => {},
    }
  }

  async write(name: string, chunks: Iterable<Uint8Array>): Promise<void> {
    this.files.set(name, Buffer.concat([...chunks]))
  }
}
