import { ioReason } from '../model/io-error.ts'
import { fileBelow, NotInLibraryError } from './library-path.ts'

/**
 * Why the excerpt that a card names cannot be read, to go on after its file's name; undefined when it can.
 * @param dir the library's directory
 * @param file as the card has it
 */
export function previewProblem(dir: string, file: string): string | undefined {
  try {
    fileBelow(dir, file)
    return undefined
  } catch (error) {
    return error instanceof NotInLibraryError ? error.message : `cannot be read: ${ioReason(error)}`
  }
}
