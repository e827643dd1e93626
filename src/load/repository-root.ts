import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nearestAbove } from './nearest-above.ts'

/** The top of the repository that a directory is in: the nearest above it with a `.git`; undefined without one. */
export function repositoryRoot(directory: string): string | undefined {
  // In a worktree or submodule it is a file.
  return nearestAbove(directory, path => existsSync(join(path, '.git')))
}
