import { lstatSync, statSync, unlinkSync } from 'node:fs'
import { CardsError } from '../model/errors.ts'
import { ioError } from '../model/io-error.ts'
import { type Content, removeQuietly } from './temporary-file.ts'
import { checkReplaceable, checkUnchanged, createUnlessSame } from './write-file.ts'

/**
 * Moves a file to a place where there is none, with content of its own there. The new one is whole before the old
 * one goes: whoever is killed in between leaves both, and the same move, made again, ends it. When the old one cannot
 * go, as the system forbids it, the new one goes again.
 * @param expected the bytes that the old file must still hold
 * @throws {CardsError} `io`: the new place is taken, the old file changed, or is a link; with the system's reason
 */
export function moveFile(from: string, to: string, content: Content, expected: Uint8Array): void {
  try {
    if (lstatSync(from).isSymbolicLink())
      throw new CardsError(
        'io',
        `Could not move ${from}: it is a symbolic link.`,
        'Put the file itself in the library, and run the command again.',
      )
    const stats = statSync(from)
    checkReplaceable(from, stats)
    const isNew = createUnlessSame(to, content, stats)
    try {
      checkUnchanged(from, expected)
      unlinkSync(from)
    } catch (error) {
      // A file that stays where it is has no copy elsewhere.
      if (isNew) removeQuietly(to)
      throw error
    }
  } catch (error) {
    throw ioError(error, 'move', from)
  }
}
