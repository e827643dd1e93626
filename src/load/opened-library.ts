import type { Library } from '../model/library.ts'
import type { Settings } from './settings.ts'

/**
 * A library in a directory, with the settings of its config. Each part is read when it is first asked for, and then
 * stays as it was read: to see what has changed on disk, open the library again.
 */
export interface OpenLibrary extends Library {
  readonly settings: Settings
  /** The directory from which paths are named, absolute. */
  readonly cwd: string
}
