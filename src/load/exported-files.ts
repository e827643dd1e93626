import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { CardsError } from '../model/errors.ts'
import { MANIFEST_NAME } from '../model/export-manifest.ts'
import { toSlashes } from './library-path.ts'
import { pathKind } from './path-kind.ts'
import { readBytes } from './read-bytes.ts'

/**
 * Tells of files whether `cards export` made them: whether the list that it keeps in a folder, theirs or one above, names
 * them. Each list is read once.
 * @returns a function from absolute paths without links
 * @throws CardsError `io` for a list that cannot be understood, as its pages would be taken for documents
 */
export function exportedFiles(): (path: string) => boolean {
  const lists = new Map<string, ReadonlySet<string>>()
  return path => {
    for (let folder = dirname(path), last = path; folder !== last; last = folder, folder = dirname(folder)) {
      const list = lists.get(folder) ?? listedIn(folder)
      lists.set(folder, list)
      if (list.size > 0 && list.has(toSlashes(relative(folder, path)))) return true
    }
    return false
  }
}

function listedIn(folder: string): ReadonlySet<string> {
  const path = join(folder, MANIFEST_NAME)
  if (pathKind(path) !== 'file') return new Set()
  try {
    const { files, unfinished = {} } = JSON.parse(Buffer.from(readBytes(realpathSync(path))).toString('utf8'))
    return new Set([...Object.keys(files), ...Object.keys(unfinished)])
  } catch {
    throw new CardsError(
      'io',
      `${path} is not the list of files that \`cards export\` keeps there.`,
      'Restore it; or delete it, together with the files that an export made in that folder.',
    )
  }
}
