import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The top of the repository that a directory is in: the nearest above it with a `.git`; undefined without one. */
export function repositoryRoot(directory: string): string | undefined {
  for (let path = directory; ; path = dirname(path)) {
    // In a worktree or submodule it is a file.
    if (existsSync(join(path, '.git'))) return path
    if (dirname(path) === path) return undefined
  }
}
