import { realpathSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { isBelow } from '../model/is-below.ts'
import { readBytes } from './read-bytes.ts'

/** Whether a path leads below a directory, wherever links lead, as far as it is there. */
export function isInside(directory: string, path: string): boolean {
  if (!isBelow(relative(directory, path))) return false
  try {
    return isBelow(relative(realpathSync.native(directory), realpathSync.native(path)))
  } catch {
    return true
  }
}

/** A path as cards and findings write it: with forward slashes, on every system. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** A file that is not read, though it may be there: it is outside the library, or no file. */
export class NotInLibraryError extends Error {
  override readonly name = 'NotInLibraryError'
  /** Whether it is outside, rather than no file. */
  readonly isOutside: boolean

  constructor(message: string, isOutside: boolean) {
    super(message)
    this.isOutside = isOutside
  }
}

/**
 * Reads a file below a library, wherever links lead: what is outside is not read, and neither is what is no regular
 * file, which might never end.
 * @param root the library's directory, absolute
 * @param path relative to it
 * @throws NotInLibraryError, whose message goes on after the file's name; the system's own errors
 */
export function readBelow(root: string, path: string): Uint8Array {
  return readBytes(fileBelow(root, path))
}

/** The absolute path of a file below a library, under the same conditions. */
export function fileBelow(root: string, path: string): string {
  const absolute = resolve(root, path)
  if (!isBelow(relative(root, absolute))) throw new NotInLibraryError('is outside the library', true)
  if (!isBelow(relative(realpathSync.native(root), realpathSync.native(absolute))))
    throw new NotInLibraryError('leads out of the library', true)
  if (!statSync(absolute).isFile()) throw new NotInLibraryError('is not a regular file', false)
  return absolute
}
