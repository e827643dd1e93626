import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { ioCode, ioError } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'

/**
 * Where a file of a library is to be written. Refuses a path that leads out of the library, be it by a symbolic link
 * on the way or by one in the place of the file.
 * @param root the library's directory
 * @param path relative to it, with forward slashes
 * @throws CardsError `io`
 */
export function libraryTarget(root: string, path: string): string {
  const target = join(root, path)
  const below = relative(realpathSync(root), realPath(target, target))
  // The library itself is where a file that is not there yet would be made.
  if (below === '' || isBelow(below)) return target
  throw new CardsError(
    'io',
    `${target} leads out of the library; it was left as it is.`,
    'Keep the file itself in the library.',
  )
}

/** The real path of what is there, or of the folder in which it, and with it the target, would be made. */
function realPath(path: string, target: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (ioCode(error) !== 'ENOENT' || dirname(path) === path) throw ioError(error, 'write', target)
    return realPath(dirname(path), target)
  }
}

/** A path without symbolic links in it, whether or not there is anything yet. */
export function withoutLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (ioCode(error) === undefined) throw error
    return dirname(path) === path ? path : join(withoutLinks(dirname(path)), basename(path))
  }
}
