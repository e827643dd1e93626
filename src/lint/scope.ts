import type { Finding } from '../model/finding.ts'
import { globs } from '../model/glob.ts'

/** Which findings are asked for. All are always worked out, since cards are compared with each other. */
export interface Scope {
  /** Whether a file is asked about. */
  hasFile(file: string): boolean
  has(finding: Finding): boolean
  /** Whether nothing is left out but what the config ignores. */
  readonly isWhole: boolean
}

/** What narrows a scope. */
export interface Narrowing {
  /** Globs of files that the config ignores. */
  readonly ignored: readonly string[]
  /** Files and folders, relative to the library; `''` is all of it. None for all. */
  readonly paths: readonly string[]
  /** The files that have changed; undefined for no matter. */
  readonly changed: ReadonlySet<string> | undefined
}

/** What is asked for by paths, by changes and by a config. */
export function scopeOf({ ignored, paths, changed }: Narrowing): Scope {
  const isIgnored = globs(ignored)
  const isNamed = (file: string) => paths.length === 0 || paths.some(path => isAtOrBelow(file, path))
  const hasFile = (file: string) =>
    !isIgnored(file) && isNamed(file) && (changed === undefined || changed.has(file))
  return {
    isWhole: paths.length === 0 && changed === undefined,
    hasFile,
    has: ({ file, related = [] }) =>
      hasFile(file) ||
      // A changed card makes a finding on one that is as it was: they are told together.
      (changed !== undefined &&
        !isIgnored(file) &&
        isNamed(file) &&
        related.some(place => changed.has(place.file))),
  }
}

/** Whether a file is the one at a path, or below it. */
export function isAtOrBelow(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`)
}
