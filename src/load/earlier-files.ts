import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { isBelow } from '../model/is-below.ts'
import { GitRepository, isBlob } from './git-repository.ts'
import { toSlashes } from './library-path.ts'
import { textField } from './raw-field.ts'
import { readIfThere } from './read-inputs.ts'
import { CONFIG_NAME } from './settings.ts'
import { SourceText } from './source-text.ts'

/** What has changed in a library since a revision of its git repository. */
export interface Changes {
  /** The files that differ from then or were not there, and those that are gone: relative to the library. */
  readonly changed: ReadonlySet<string>
  /** The cards that the changed files held then. */
  readonly earlier: readonly { readonly id: string; readonly path: string }[]
  /** Whether the config is another: changed, new or gone. */
  readonly hasNewConfig: boolean
}

/** The library that is compared, as it is on disk. */
export interface Present {
  /** Its directory, absolute. */
  readonly dir: string
  /** Its files, relative to it. */
  readonly files: readonly string[]
  /** Absolute, when there is one. */
  readonly configFile: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Compares a library's files with those of a revision: of the last commit that it and the one checked out have in
 * common, so that what others did meanwhile is no change.
 *
 * @param revision anything that git takes for a commit: `origin/main`, `HEAD~1`, a hash
 * @throws CardsError `usage` for a revision that is not there, with what to do in a shallow clone; `io` without git
 */
export function changesSince(present: Present, revision: string): Changes {
  const git = new GitRepository(present.dir, present.env)
  const commit = git.mergeBase(revision)
  const before = git.filesAt(commit)
  const now = new Map(present.files.map(path => [path, readIfThere(join(present.dir, path))]))
  const isSame = (path: string, blob: string | undefined) => {
    const bytes = now.get(path)
    return bytes !== undefined && blob !== undefined && isBlob(bytes, blob)
  }
  const paths = new Set([...now.keys(), ...[...before.keys()].filter(path => /\.ya?ml$/.test(path))])
  const changed = new Set([...paths].filter(path => !isSame(path, before.get(path))))
  const held = [...before].filter(([path]) => changed.has(path))
  const contents = git.contents(held.map(([, blob]) => blob))
  return {
    changed,
    earlier: held.flatMap(([path], i) => {
      const id = textField(new SourceText(path, 'card', contents[i] ?? new Uint8Array()).value, 'id')
      return id === undefined ? [] : [{ id, path }]
    }),
    hasNewConfig: hasOtherConfig(git, commit, present),
  }
}

/** Whether one of the configs that could be the library's is not what it was. */
function hasOtherConfig(git: GitRepository, commit: string, { dir, configFile }: Present): boolean {
  const root = git.topLevel()
  const candidates = new Set(configFile === undefined ? [] : [realpathSync(configFile)])
  for (
    let folder = realpathSync(dir);
    folder === root || isBelow(relative(root, folder));
    folder = dirname(folder)
  )
    candidates.add(join(folder, CONFIG_NAME))
  const inside = [...candidates].filter(path => isBelow(relative(root, path)))
  const names = inside.map(path => toSlashes(relative(root, path)))
  const blobs = git.blobsOf(commit, names)
  return inside.some((path, i) => {
    const [bytes, blob] = [readIfThere(path), blobs.get(names[i] ?? '')]
    return bytes === undefined || blob === undefined ? bytes !== blob : !isBlob(bytes, blob)
  })
}
