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
  try {
    mkdirSync(path)
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
    const above = dirname(path)
    if (!mayGoUp || ioCode(error) !== 'ENOENT' || above === path) throw error
    make(above)
    make(path, false)
  }
}
