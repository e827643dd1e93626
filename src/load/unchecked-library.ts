import type { Page } from '../model/card.ts'
import { VenueIndex } from '../model/credibility.ts'
import type { Finding } from '../model/finding.ts'
import type { LibraryFile } from '../model/library.ts'
import type { ExtraFields } from './extra-fields.ts'
import type { LibraryFiles, Overlay } from './library-files.ts'
import { readBelow } from './library-path.ts'
import type { CacheUse } from './memo/cache.ts'
import { readPages, readVenues } from './read-registry.ts'
import type { Settings } from './settings.ts'

/** A library of which the registries have been read, and no card: what lint starts from. */
export interface UncheckedLibrary {
  /** Its directory, absolute. */
  readonly dir: string
  /** The files that are or should be cards. */
  readonly files: CardFiles
  /** The same, where something is kept of them. */
  readonly kept: KeptFiles | undefined
  /** The fields of their own that its cards have. */
  readonly extra: ExtraFields
  /** The registries that there are. */
  readonly registries: readonly LibraryFile[]
  readonly venues: VenueIndex
  /** Of two with one id the first; undefined when there is no such file. */
  readonly pages: readonly Page[] | undefined
  /** What is wrong with the registries. */
  readonly registryFindings: readonly Finding[]
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

/** Reads the registries of a library. */
export async function uncheckedLibrary(
  { dir, extra }: Pick<Settings, 'dir' | 'extra'>,
  files: CardFiles,
  overlay: Overlay,
  kept?: KeptFiles,
): Promise<UncheckedLibrary> {
  const registryBytes = (path: string) => overlay.get(path) ?? readBelow(dir, path)
  const [venues, pages] = [await readVenues(registryBytes), await readPages(registryBytes)]
  const registries: LibraryFile[] = []
  if (pages.isThere) registries.push({ path: 'pages.yaml', kind: 'pages', omissions: pages.omissions })
  if (venues.isThere) registries.push({ path: 'venues.yaml', kind: 'venues', omissions: venues.omissions })
  return {
    dir,
    files,
    kept,
    extra,
    registries,
    venues: new VenueIndex(venues.entries),
    pages: pages.isThere ? firstById(pages.entries) : undefined,
    registryFindings: [...venues.findings, ...pages.findings],
    registryBytes,
  }
}

function firstById(pages: readonly Page[]): Page[] {
  return [...new Map([...pages].reverse().map(page => [page.id, page])).values()]
}
