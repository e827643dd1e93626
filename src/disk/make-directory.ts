import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ioCode, ioError } from '../model/io-error.ts'

/** Makes a folder and those above it, unless they are there. @throws {CardsError} `io` */
export function makeDirectory(path: string): void {
  try {
    make(path)
  } catch (error) {
    throw ioError(error, 'create the folder', path)
  }
}

/** One at a time, as `recursive` of Node never ends in a folder where nothing can be made, such as /proc. */
function make(path: string, mayGoUp = true): void {
  // Of many files that go into one folder, each would make an error, with its stack, that is only garbage.
  if (isThere(path)) return
  try {
    mkdirSync(path)
  } catch (error) {
    if (isThere(path)) return
    const above = dirname(path)
    if (!mayGoUp || ioCode(error) !== 'ENOENT' || above === path) throw error
    make(above)
    make(path, false)
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
