import { DirectoryLibrary } from './directory-library.ts'
import type { ListedLibrary } from './listed-library.ts'
import type { Cache, CacheUse } from './memo/cache.ts'
import type { OpenLibrary } from './opened-library.ts'
import { findSettings, type Whereabouts } from './settings.ts'
import type { UncheckedLibrary } from './unchecked-library.ts'

/** An open library with what the program does with it, and users of the API do not. */
export interface WorkingLibrary extends OpenLibrary {
  /** Keeps for the next run what was found in this one, where that saves more than it takes. */
  keep(): Promise<void>
  /** The files of the library, of which nothing has been read. */
  listed(): Promise<ListedLibrary>
  /** The library as lint starts from it. */
  unchecked(): Promise<UncheckedLibrary>
}

/**
 * Opens the library that there is, or will be, in a directory: one that is not there is refused when it is read.
 * @param keeping nothing is kept when it is left out
 * @throws CardsError `config` for a config that is missing or wrong, with every problem and its place
 */
export async function openLibrary(whereabouts: Whereabouts, keeping?: Keeping): Promise<WorkingLibrary> {
  const settings = await findSettings(whereabouts)
  const use = keeping && { ...keeping, cache: keeping.cacheFor(settings.dir) }
  return new DirectoryLibrary(settings, whereabouts.cwd, new Map(), use)
}

/** How what is found in a library is kept from one run to the next. */
export interface Keeping extends Omit<CacheUse, 'cache'> {
  /** @param dir the library's directory, absolute */
  cacheFor(dir: string): Cache
}
