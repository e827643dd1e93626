import type { Digester } from './digester.ts'
import type { FileDigest } from './file-digest.ts'
import { LinkTable } from './links/link-table.ts'

/** The digests of some files, in their order. */
export interface DigestedPart {
  readonly digests: readonly FileDigest[]
  readonly links: LinkTable
  /** Of each file that could be read the hash of its content, where that is needed. */
  readonly hashes: readonly (string | undefined)[]
}

/** How the bytes of files are come by, and hashed where that is needed. */
export interface FileBytes {
  bytesOf(path: string): Uint8Array
  readonly hash: ((bytes: Uint8Array) => string) | undefined
}

/** Lints some files by themselves. */
export async function digestPart(
  paths: readonly string[],
  digester: Digester,
  { bytesOf, hash }: FileBytes,
): Promise<DigestedPart> {
  const links = new LinkTable(paths.length)
  const digests: FileDigest[] = []
  const hashes: (string | undefined)[] = []
  for (const path of paths) {
    let contentHash: string | undefined
    const result = digester.card(path, () => {
      const bytes = bytesOf(path)
      contentHash = hash?.(bytes)
      return bytes
    })
    const { digest, links: words } = result instanceof Promise ? await result : result
    digests.push(digest)
    links.add(words)
    hashes.push(contentHash)
  }
  return { digests, links, hashes }
}
