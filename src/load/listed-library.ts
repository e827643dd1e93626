import type { ExtraFields } from './extra-fields.ts'
import type { LibraryFiles, Overlay } from './library-files.ts'
import { readBelow } from './library-path.ts'
import type { CacheUse } from './memo/cache.ts'
import type { Settings } from './settings.ts'

/** A library of which it is known what files it has, and nothing has been read. */
export interface ListedLibrary {
  /** Its directory, absolute. */
  readonly dir: string
  /** The files that are or should be cards. */
  readonly files: CardFiles
  /** The same, where something is kept of them. */
  readonly kept: KeptFiles | undefined
  /** The fields of their own that its cards have. */
  readonly extra: ExtraFields
  /** The bytes of a registry. @throws what reading it threw */
  registryBytes(path: string): Uint8Array
}

/** The files of cards, and how to read them. */
export type CardFiles = Pick<LibraryFiles, 'paths' | 'findings' | 'bytesOf'>

/** Files of which something is kept from one run to the next. */
export interface KeptFiles {
  readonly files: LibraryFiles
  readonly use: CacheUse
  /** Does something once the command has told what it has to tell. */
  later(action: () => Promise<void>): void
}

/** @param overlay what files are to hold instead of what they hold on disk */
export function listedLibrary(
  { dir, extra }: Pick<Settings, 'dir' | 'extra'>,
  files: CardFiles,
  overlay: Overlay = new Map(),
  kept?: KeptFiles,
): ListedLibrary {
  return {
    dir,
    files,
    kept,
    extra,
    registryBytes: path => overlay.get(path) ?? readBelow(dir, path),
  }
}
