import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, renameSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Found } from '../model/folder-plan.ts'
import { ioError } from '../model/io-error.ts'
import { removeQuietly, writeBeside } from './temporary-file.ts'
import { FileChangedError } from './write-file.ts'

/** Nothing that an export makes is larger, in bytes. */
const LARGEST = 1 << 30

/** The SHA-256 of a text in UTF-8 or of bytes, as hex digits in lower case: faster than that of the model. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * What is at a path below a folder, if nothing on the way to it is a link.
 * @throws {CardsError} `io`
 */
export function look(dir: string, path: string): Found {
  let target = dir
  const parts = path.split('/')
  try {
    for (const [i, part] of parts.entries()) {
      target = join(target, part)
      const stats = lstatSync(target, { throwIfNoEntry: false })
      if (stats === undefined) return undefined
      if (i < parts.length - 1 ? !stats.isDirectory() : !stats.isFile() || stats.size > LARGEST)
        return 'other'
    }
    return { hash: hashOf(readFileSync(target)) }
  } catch (error) {
    throw ioError(error, 'read', target)
  }
}

/**
 * Refuses to go on when a file is not what it was when the plan was made: to be called as late as possible.
 * @param hash what it was; undefined for nothing
 * @throws {FileChangedError}
 */
export function checkStill(dir: string, path: string, hash: string | undefined): void {
  const now = look(dir, path)
  if (now === 'other' || now?.hash !== hash) throw new FileChangedError(join(dir, path))
}

/** Puts a file in the place of another, whole or not at all; a link in that place goes, and what it leads to stays. */
export function replace(path: string, text: string): void {
  try {
    const temporary = writeBeside(path, text, lstatSync(path))
    try {
      renameSync(temporary, path)
    } finally {
      removeQuietly(temporary)
    }
  } catch (error) {
    throw ioError(error, 'write', path)
  }
}

/** Removes a file. @throws {CardsError} `io` */
export function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    throw ioError(error, 'remove', path)
  }
}
