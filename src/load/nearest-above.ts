import { dirname } from 'node:path'

/** A directory, or the nearest above it, that fits; undefined when none does up to the root. */
export function nearestAbove(start: string, fits: (directory: string) => boolean): string | undefined {
  for (let path = start; ; path = dirname(path)) {
    if (fits(path)) return path
    if (dirname(path) === path) return undefined
  }
}
