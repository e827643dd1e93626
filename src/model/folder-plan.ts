import type { ExportManifest } from './export-manifest.ts'

/** What is at a path: the SHA-256 of a file, or something that no export makes, as a link; undefined for nothing. */
export type Found = { readonly hash: string } | 'other' | undefined

/** What an export does in a folder. */
export interface FolderPlan {
  /** The paths that are written, with the SHA-256 that each has now; undefined for new ones. */
  readonly write: ReadonlyMap<string, string | undefined>
  /** The paths that are removed, with the SHA-256 that each has now. */
  readonly remove: ReadonlyMap<string, string>
  /** The paths of files of earlier runs that are not wanted, and that are left as they are. */
  readonly keep: readonly string[]
  /** How many files stay as they are. */
  readonly unchanged: number
  /** Paths that are taken by what no export made: nothing may be written then. */
  readonly foreign: readonly string[]
  /** Of what is written or removed, what somebody changed since an export made it. */
  readonly edited: readonly string[]
  /** What is to be on the disk before the first file is: so none that we make is ever unknown to the next run. */
  readonly before: ExportManifest
  /** What is to be there at the end. */
  readonly after: ExportManifest
}

/**
 * Plans how a folder comes to hold just the files that are wanted, beside those that are not ours.
 * @param wanted the SHA-256 of each file that is to be there, by its path
 * @param manifest what earlier runs made, or were about to
 * @param keepsOthers whether files of earlier runs that are not wanted now stay, and stay ours
 */
export function planFolder(
  wanted: ReadonlyMap<string, string>,
  manifest: ExportManifest,
  found: (path: string) => Found,
  keepsOthers = false,
): FolderPlan {
  const write = new Map<string, string | undefined>()
  const remove = new Map<string, string>()
  const kept = new Map<string, string>()
  const [foreign, edited]: [string[], string[]] = [[], []]
  let unchanged = 0
  for (const [path, hash] of wanted) {
    const state = found(path)
    const owner = ownerOf(path, state, manifest)
    if (state === undefined) write.set(path, undefined)
    else if (state === 'other' || owner === 'nobody') foreign.push(path)
    else if (state.hash === hash) unchanged++
    else {
      write.set(path, state.hash)
      if (owner === 'edited') edited.push(path)
    }
  }
  for (const path of new Set([...manifest.files.keys(), ...manifest.unfinished.keys()])) {
    if (wanted.has(path)) continue
    const state = found(path)
    const owner = ownerOf(path, state, manifest)
    // What took the place of a file of ours is not ours.
    if (state === undefined || state === 'other' || owner === 'nobody') continue
    if (keepsOthers) {
      // The hash of what we made: what somebody changed since is still seen to be changed.
      kept.set(path, owner === 'edited' ? (manifest.files.get(path) ?? state.hash) : state.hash)
      continue
    }
    remove.set(path, state.hash)
    if (owner === 'edited') edited.push(path)
  }
  const files = new Map([...wanted, ...kept])
  const folders = foldersOf(files.keys())
  const made = manifest.folders.filter(folder => found(folder) !== undefined)
  const known = [...new Set([...made, ...folders.filter(folder => found(folder) === undefined)])]
  const unfinished = [...write.keys()].map(path => [path, wanted.get(path) ?? ''] as const)
  return {
    write,
    remove,
    keep: [...kept.keys()],
    unchanged,
    foreign,
    edited,
    before: {
      files: manifest.files,
      unfinished: new Map([...manifest.unfinished, ...unfinished]),
      folders: known,
    },
    after: {
      files,
      unfinished: new Map(),
      folders: known.filter(folder => folders.includes(folder)),
    },
  }
}

/** Whose a file is: ours as we made it, ours but changed since, or not ours. */
function ownerOf(
  path: string,
  state: Found,
  { files, unfinished }: ExportManifest,
): 'ours' | 'edited' | 'nobody' {
  if (typeof state !== 'object') return 'nobody'
  if (files.get(path) === state.hash || unfinished.get(path) === state.hash) return 'ours'
  // One that was never finished may be somebody else's by now.
  return files.has(path) ? 'edited' : 'nobody'
}

/** The folders above some paths, the outer ones first. */
function foldersOf(paths: Iterable<string>): string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1)
    for (const i of parts.keys()) folders.add(parts.slice(0, i + 1).join('/'))
  }
  return [...folders]
}
