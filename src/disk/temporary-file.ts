import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ioCode } from '../model/io-error.ts'

export type Content = string | Uint8Array

/**
 * Writes a file beside `path`, in the same folder and so on the same disk, under a name that starts with a dot,
 * which no reader of a library looks at.
 * @param like a file whose mode and owner it takes, as far as the system lets us
 * @returns the path of the temporary file
 */
export function writeBeside(path: string, content: Content, like?: Stats): string {
  const temporary = temporaryPath(path)
  writeNew(temporary, content, like)
  return temporary
}

/** A path beside another, for a file that is to take its place. */
export function temporaryPath(path: string): string {
  // It is opened exclusively, so nobody gains by a guess; Node's module for real randomness takes long to load.
  const digits = Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16))
  return join(dirname(path), `.cards.${digits.join('')}.tmp`)
}

/** Creates a file, never in place of another, and brings it to the disk; when that fails, it is removed again. */
export function writeNew(path: string, content: Content, like?: Stats): void {
  const file = openSync(path, 'wx')
  try {
    try {
      writeFileSync(file, content)
      if (like) takeAfter(file, like)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    removeQuietly(path)
    throw error
  }
}

/**
 * Removes what a process that was killed while it wrote has left in a library. Only under its lock. Whoever is about
 * to ask for the lock meanwhile, and loses its file, goes on without.
 * @param isDeep whether folders below are looked through: one that was killed before it had the lock wrote none there
 */
export function removeLeftovers(dir: string, isDeep: boolean): void {
  for (const name of readdirSync(dir, { recursive: isDeep, encoding: 'utf8' }))
    if (/^\.cards\.[0-9a-f]{16}\.tmp$/.test(basename(name))) removeQuietly(join(dir, name))
}

/** Removes a file that is no longer needed; one that cannot be removed harms nobody. */
export function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (ioCode(error) === undefined) throw error
  }
}

/** Gives an open file the mode of another and, where the system lets us, its owner. */
export function takeAfter(file: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid)
  } catch (error) {
    // Only root may give files away: to others it becomes theirs, as with most editors.
    if (ioCode(error) === undefined) throw error
  }
  fchmodSync(file, mode & 0o777)
}
