import { join } from 'node:path'
import type { LibraryState } from '../../import/plan-import.ts'
import { readBelow } from '../../load/library-path.ts'
import { readIfThere } from '../../load/read-inputs.ts'
import type { Settings } from '../../load/settings.ts'
import { ioError } from '../../model/io-error.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'
import { takenIds } from '../../model/taken-ids.ts'
import { newCardFolder } from '../new-card-folder.ts'

/** A library that is not there yet, for an import. */
export function emptyState({ layout, folder }: Settings): LibraryState {
  return { cards: [], isTaken: () => false, venues: [], pages: [], layout, folder: folderOf(folder) }
}

/** What a library holds, as far as it matters to what comes in. */
export async function stateOf(library: Library, { dir, layout, folder }: Settings): Promise<LibraryState> {
  return {
    cards: [...(await listed(library.cards())), ...(await listed(library.retired()))],
    isTaken: await takenIds(library),
    venues: (await library.venues()).all,
    pages: [...(await library.pages()).values()],
    venuesFile: readIfThere(join(dir, 'venues.yaml')),
    pagesFile: readIfThere(join(dir, 'pages.yaml')),
    layout,
    folder: folderOf(folder),
    sourceOf: path => sourceBelow(dir, path),
  }
}

function folderOf(folder: string | undefined): string {
  return newCardFolder(folder, 'The config: `folder`')
}

function sourceBelow(dir: string, path: string): Uint8Array {
  try {
    return readBelow(dir, path)
  } catch (error) {
    throw ioError(error, 'read', join(dir, path))
  }
}
