import { CardsError } from './errors.ts'

/** What the codes of the operating system mean, and what the user can do. */
const MEANINGS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  EACCES: ['permission denied', 'Check who owns the file and its folder, and that you may write there.'],
  EPERM: ['the system does not allow it', 'Check that the file is not locked or marked as unchangeable.'],
  EROFS: ['the file system is read-only', 'Work on a copy of the library that can be written.'],
  ENOSPC: ['the disk is full', 'Free some space and run the command again; nothing was left half-written.'],
  EDQUOT: [
    'your disk quota is used up',
    'Free some space and run the command again; nothing was left half-written.',
  ],
  ENOENT: ['there is no such file or folder', 'Check the path.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Check the path, or move that file away.'],
  EISDIR: ['it is a folder', 'Check the path, or move that folder away.'],
  EEXIST: ['something is there already', 'Move it away, or choose another name.'],
  ELOOP: ['its symbolic links form a loop', 'Repair the links.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
  EMFILE: ['too many files are open', 'Close some programs and run the command again.'],
  ENFILE: ['too many files are open', 'Close some programs and run the command again.'],
  EBUSY: ['another program is using it', 'Close that program and run the command again.'],
  EFBIG: ['it is too large for the file system', 'Split it.'],
  EIO: ['the disk reports an error', 'Check the disk.'],
}

/** The code of an error of the operating system, such as `ENOSPC`; undefined for any other error. */
export function ioCode(error: unknown): string | undefined {
  const { code, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return typeof code === 'string' && syscall !== undefined ? code : undefined
}

/** Why the operating system refused, in words. */
export function ioReason(error: unknown): string {
  const code = ioCode(error)
  if (code === undefined) return error instanceof Error ? error.message : String(error)
  return MEANINGS[code]?.[0] ?? `the system says ${code}`
}

/**
 * An error of the operating system as one for people: what could not be done, where, why, and what to do next.
 * Any other error comes back as it is.
 * @param action what was tried, after "Could not": `write`, `create the folder`
 */
export function ioError(error: unknown, action: string, path: string): unknown {
  const code = ioCode(error)
  if (code === undefined) return error
  const [what, hint] = MEANINGS[code] ?? [`the system says ${code}`, undefined]
  return new CardsError('io', `Could not ${action} ${path}: ${what}.`, hint)
}
