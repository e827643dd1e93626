import { FILE_START, type Finding } from '../model/finding.ts'
import { ioReason } from '../model/io-error.ts'
import { NotInLibraryError } from './library-path.ts'

/** What to say of a file that could not be read at all. */
export function unreadFinding(file: string, error: unknown): Finding {
  const isRefused = error instanceof NotInLibraryError
  const isOutside = isRefused && error.isOutside
  return {
    rule: isOutside ? 'file/outside' : 'file/unreadable',
    severity: 'error',
    message: isRefused ? `The file ${error.message}.` : `The file cannot be read: ${ioReason(error)}.`,
    help: isOutside
      ? 'Keep the file itself in the library.'
      : isRefused
        ? 'Move it out of the library.'
        : 'Check its permissions.',
    file,
    range: FILE_START,
    pointer: '',
  }
}
