import { linkSync, readFileSync, realpathSync, renameSync, type Stats, statSync } from 'node:fs'
import { CardsError } from '../model/errors.ts'
import { ioCode, ioError } from '../model/io-error.ts'
import { type Content, removeQuietly, writeBeside, writeNew } from './temporary-file.ts'

/** The path of a new file is taken: by another writer, perhaps a moment ago. Nothing was written. */
export class FileExistsError extends CardsError {
  constructor(path: string) {
    super(
      'io',
      `${path} is there already; it was left as it is.`,
      'Look at that file, or choose another name.',
    )
  }
}

/** A file is not what it was when it was read. Nothing was written. */
export class FileChangedError extends CardsError {
  constructor(path: string) {
    super('io', `${path} was changed meanwhile; it was left as it is.`, 'Run the command again.')
  }
}

/** What link(2) says where there are no hard links: on FAT, on some network shares, on Android. */
const NO_LINKS = new Set([
  'EPERM',
  'EACCES',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EMLINK',
  'EINVAL',
  'UNKNOWN',
])

/**
 * Creates a file, whole or not at all, and never in place of another: it is written beside its path and then
 * linked to it, which fails when the path is taken, if only by a dangling symbolic link. Of several processes that
 * create one file, exactly one succeeds.
 *
 * Where there are no hard links, the file is opened exclusively and written in place: still never in place of
 * another, but for a moment a reader may see a part of it. (Renaming would replace a file that came meanwhile.)
 *
 * @param like a file whose mode and owner it takes, as far as the system lets us
 * @throws {FileExistsError} when the path is taken
 * @throws {CardsError} `io`, with the system's reason
 */
export function createFile(path: string, content: Content, like?: Stats): void {
  try {
    const temporary = writeBeside(path, content, like)
    try {
      linkSync(temporary, path)
    } catch (error) {
      if (!NO_LINKS.has(ioCode(error) ?? '')) throw error
      writeNew(path, content, like)
    } finally {
      removeQuietly(temporary)
    }
  } catch (error) {
    throw ioCode(error) === 'EEXIST' ? new FileExistsError(path) : ioError(error, 'write', path)
  }
}

/**
 * Creates a file; one that is there already with the same content is no obstacle: somebody was interrupted.
 * @returns whether it is new
 */
export function createUnlessSame(path: string, content: Content, like?: Stats): boolean {
  try {
    createFile(path, content, like)
    return true
  } catch (error) {
    if (!(error instanceof FileExistsError && holds(path, content))) throw error
    return false
  }
}

function holds(path: string, content: Content): boolean {
  try {
    return statSync(path).isFile() && readFileSync(path).equals(Buffer.from(content))
  } catch {
    return false
  }
}

/**
 * Replaces the content of a file, whole or not at all, if it still is what the caller has read. Keeps the file's
 * mode and, where the system lets us, its owner. A symbolic link stays one, and the file that it leads to is
 * replaced; whether that is inside the library is for the caller to check. A file with several hard links is
 * refused, since replacing one would part it from the others.
 *
 * @param expected the bytes that the new content was made from
 * @throws {FileChangedError} when the file holds something else by now
 * @throws {CardsError} `io`, with the system's reason
 */
export function replaceFile(path: string, content: Content, expected: Uint8Array): void {
  try {
    const target = realpathSync(path)
    const stats = statSync(target)
    checkReplaceable(path, stats)
    const temporary = writeBeside(target, content, stats)
    try {
      // As late as possible: our own processes keep out of here by the lock, but an editor does not.
      checkUnchanged(path, expected)
      renameSync(temporary, target)
    } finally {
      removeQuietly(temporary)
    }
  } catch (error) {
    throw ioError(error, 'write', path)
  }
}

/**
 * Refuses to go on with a file that is not what it was when it was read.
 * @throws {FileChangedError}
 */
export function checkUnchanged(path: string, expected: Uint8Array): void {
  let now: Buffer
  try {
    now = readFileSync(path)
  } catch (error) {
    if (ioCode(error) === 'ENOENT') throw new FileChangedError(path)
    throw ioError(error, 'read', path)
  }
  if (!now.equals(expected)) throw new FileChangedError(path)
}

/** Refuses what is no ordinary file, or has several names. */
export function checkReplaceable(path: string, stats: Stats): void {
  if (!stats.isFile()) throw new CardsError('io', `Could not write ${path}: it is no ordinary file.`)
  if (stats.nlink === 1) return
  throw new CardsError(
    'io',
    `Could not write ${path}: it has ${stats.nlink} names (hard links), and would part from the others.`,
    'Make it a file of its own: copy it, delete it, and give the copy its name.',
  )
}
