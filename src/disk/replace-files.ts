import { realpathSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { ioError } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'
import { pauseAmong } from './pauses.ts'
import { removeLeftovers } from './temporary-file.ts'
import { interrupted } from './write-changes.ts'
import { checkReplaceable, checkUnchanged, replaceFile } from './write-file.ts'

/** What a file that belongs to nobody's library, such as a document, is to hold. */
export interface Replacement {
  /** Absolute. */
  readonly path: string
  readonly content: Uint8Array
  /** What it must still hold. */
  readonly expected: Uint8Array
}

/**
 * Replaces files, each whole or not at all; what can be seen to fail fails before anything is written. Call it under
 * the lock of the library for which it is done: what a process left that was killed goes from the folders.
 * @param cwd the working directory: no symbolic link may lead a file below it out of it
 * @throws {CardsError} `io`
 */
export async function replaceFiles(
  cwd: string,
  replacements: readonly Replacement[],
  progress: (done: number) => void = () => {},
): Promise<void> {
  for (const { path, expected } of replacements) {
    requireInside(cwd, path)
    checkUnchanged(path, expected)
    checkReplaceable(path, statSync(path))
  }
  const folders = new Set(replacements.map(({ path }) => dirname(realpathSync(path))))
  for (const folder of folders) removeLeftovers(folder, false)
  for (const [i, { path, content, expected }] of replacements.entries()) {
    progress(i)
    await pauseAmong(i)
    try {
      replaceFile(path, content, expected)
    } catch (error) {
      throw i > 0 && error instanceof CardsError ? interrupted(error, i, replacements.length) : error
    }
  }
}

/** Refuses a file that a symbolic link takes out of the working directory; of one that is elsewhere, out of its folder. */
function requireInside(cwd: string, path: string): void {
  const base = isBelow(relative(cwd, path)) ? cwd : dirname(path)
  try {
    if (isBelow(relative(realpathSync(base), realpathSync(path)))) return
  } catch (error) {
    throw ioError(error, 'write', path)
  }
  throw new CardsError(
    'io',
    `${path} is reached by a symbolic link that leads out of ${base}; nothing was written.`,
    'Name the file itself.',
  )
}
