import { closeSync, openSync, readdirSync, renameSync, type Stats, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeDirectory } from './make-directory.ts'
import { removeQuietly, temporaryPath } from './temporary-file.ts'

/** So many bytes all libraries together may keep. */
const MOST_BYTES = 1024 ** 3
/** So long something is kept that nobody has written again, in milliseconds. */
const LONGEST_KEPT = 90 * 24 * 3600 * 1000
/** What a writer that was killed has left is older than what is being written. */
const LONGEST_WRITING = 3600 * 1000

/**
 * Replaces a file of a cache, whole or not at all, then removes what is too old or too much.
 * @param root the folder of all libraries' folders
 */
export function writeCacheFile(root: string, path: string, chunks: Iterable<Uint8Array>): void {
  makeDirectory(dirname(path))
  const temporary = temporaryPath(path)
  try {
    writeChunks(temporary, chunks)
    renameSync(temporary, path)
  } catch (error) {
    removeQuietly(temporary)
    throw error
  }
  prune(root, path)
}

/** What it holds is nobody else's business. It need not survive a crash of the system, which would show. */
function writeChunks(path: string, chunks: Iterable<Uint8Array>): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    for (const chunk of chunks)
      for (let written = 0; written < chunk.length; ) written += writeSync(file, chunk, written)
  } finally {
    closeSync(file)
  }
}

/** Removes what nobody has written for long, and the oldest files as long as all are too much. */
function prune(root: string, latest: string): void {
  const now = statSync(latest).mtimeMs
  const files = cacheFiles(root).sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs)
  let total = 0
  for (const { path, stats } of files) {
    total += stats.size
    const age = now - stats.mtimeMs
    const isLeftOver = path.endsWith('.tmp') && age > LONGEST_WRITING
    if (path !== latest && (isLeftOver || age > LONGEST_KEPT || total > MOST_BYTES)) removeQuietly(path)
  }
}

/** The files in the folders of a cache, and nothing that has another name than ours. */
function cacheFiles(root: string): { path: string; stats: Stats }[] {
  return readdirSync(root)
    .filter(library => /^[0-9a-f]{16}$/.test(library))
    .flatMap(library => {
      const names = readdirSync(join(root, library)).filter(name => /\.(?:memo|tmp)$/.test(name))
      return names.flatMap(name => {
        const path = join(root, library, name)
        const stats = statSync(path, { throwIfNoEntry: false })
        return stats?.isFile() ? [{ path, stats }] : []
      })
    })
}
