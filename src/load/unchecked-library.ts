import type { Page } from '../model/card.ts'
import { VenueIndex } from '../model/credibility.ts'
import type { Finding } from '../model/finding.ts'
import type { LibraryFile } from '../model/library.ts'
import type { ListedLibrary } from './listed-library.ts'
import { readPages, readVenues } from './read-registry.ts'

/** A library of which the registries have been read, and no card: what lint starts from. */
export interface UncheckedLibrary extends ListedLibrary {
  /** The registries that there are. */
  readonly registries: readonly LibraryFile[]
  readonly venues: VenueIndex
  /** Of two with one id the first; undefined when there is no such file. */
  readonly pages: readonly Page[] | undefined
  /** What is wrong with the registries. */
  readonly registryFindings: readonly Finding[]
}

/** Reads the registries of a library. */
export async function uncheckedLibrary(library: ListedLibrary): Promise<UncheckedLibrary> {
  const { registryBytes } = library
  const [venues, pages] = [await readVenues(registryBytes), await readPages(registryBytes)]
  const registries: LibraryFile[] = []
  if (pages.isThere) registries.push({ path: 'pages.yaml', kind: 'pages', omissions: pages.omissions })
  if (venues.isThere) registries.push({ path: 'venues.yaml', kind: 'venues', omissions: venues.omissions })
  return {
    ...library,
    registries,
    venues: new VenueIndex(venues.entries),
    pages: pages.isThere ? firstById(pages.entries) : undefined,
    registryFindings: [...venues.findings, ...pages.findings],
  }
}

function firstById(pages: readonly Page[]): Page[] {
  return [...new Map([...pages].reverse().map(page => [page.id, page])).values()]
}
