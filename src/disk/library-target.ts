import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { ioCode } from '../model/io-error.ts'

/**
 * Where a file of a library is to be written. Refuses a path that leads out of the library, be it by a symbolic link
 * on the way or by one in the place of the file.
 * @param root the library's directory
 * @param path relative to it, with forward slashes
 * @throws CardsError `io`
 */
export function libraryTarget(root: string, path: string): string {
  const target = join(root, path)
  const below = relative(realpathSync(root), realPath(target))
  if (!isAbsolute(below) && !below.startsWith('..')) return target
  throw new CardsError(
    'io',
    `${target} leads out of the library; it was left as it is.`,
    'Keep the file itself in the library.',
  )
}

/** The real path of what is there, or of the folder in which it would be made. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (ioCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    return realPath(dirname(path))
  }
}
