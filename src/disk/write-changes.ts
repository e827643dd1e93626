import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { counted } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import type { FileChange } from '../model/file-change.ts'
import { libraryTarget } from './library-target.ts'
import { makeDirectory } from './make-directory.ts'
import { moveFile } from './move-file.ts'
import { pauseAmong } from './pauses.ts'
import { checkReplaceable, checkUnchanged, createUnlessSame, replaceFile } from './write-file.ts'

/**
 * Makes changes to the files of a library, in their order, each whole or not at all. Call it under the library's
 * lock. What can be seen beforehand to fail (a file that changed or has several names, a link that leads out) fails
 * before anything is written. When a later one fails all the same, as the disk is full, the error says how many were made; since a
 * new file that is there already with the same content is no obstacle, and nor is a move that was half made, the
 * same command can then be run again. Ctrl-C is heard between two files.
 * @param root the library's directory
 * @throws {CardsError} `io`
 */
export async function writeChanges(
  root: string,
  changes: readonly FileChange[],
  progress: (done: number) => void = () => {},
): Promise<void> {
  const targets = changes.map(change => libraryTarget(root, change.path))
  for (const [i, change] of changes.entries()) {
    if (change.kind === 'move') libraryTarget(root, change.to)
    if (change.kind === 'create') continue
    checkUnchanged(targets[i] ?? '', change.expected)
    checkReplaceable(targets[i] ?? '', statSync(targets[i] ?? ''))
  }
  for (const [i, change] of changes.entries()) {
    progress(i)
    await pauseAmong(i)
    try {
      write(root, targets[i] ?? '', change)
    } catch (error) {
      throw i > 0 && error instanceof CardsError ? interrupted(error, i, changes.length) : error
    }
  }
}

function write(root: string, target: string, change: FileChange): void {
  switch (change.kind) {
    case 'create':
      makeDirectory(dirname(target))
      createUnlessSame(target, change.content)
      break
    case 'replace':
      replaceFile(target, change.content, change.expected)
      break
    case 'move': {
      const to = libraryTarget(root, change.to)
      makeDirectory(dirname(to))
      moveFile(target, to, change.content, change.expected)
      break
    }
  }
}

/** An error in the midst of a work, which says how much of it was done. */
export function interrupted(error: CardsError, done: number, all: number): CardsError {
  const before = `Before that, ${done} of ${counted(all, 'file')} were written`
  return new CardsError(
    error.code,
    `${error.message}\n${before}; the same command, run again, does the rest.`,
    error.hint,
  )
}
