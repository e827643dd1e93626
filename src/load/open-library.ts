import type { Library } from '../model/library.ts'
import { DirectoryLibrary } from './directory-library.ts'
import { findSettings, type Settings, type Whereabouts } from './settings.ts'

/**
 * A library in a directory, with the settings of its config. Each part is read when it is first asked for, and then
 * stays as it was read: to see what has changed on disk, open the library again.
 */
export interface OpenLibrary extends Library {
  readonly settings: Settings
  /** The directory from which paths are named, absolute. */
  readonly cwd: string
}

/**
 * Opens the library that there is, or will be, in a directory: one that is not there is refused when it is read.
 * @throws CardsError `config` for a config that is missing or wrong, with every problem and its place
 */
export async function openLibrary(whereabouts: Whereabouts): Promise<OpenLibrary> {
  return new DirectoryLibrary(await findSettings(whereabouts), whereabouts.cwd)
}
