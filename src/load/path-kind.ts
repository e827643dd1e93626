import { statSync } from 'node:fs'

/** What is at a path, wherever links lead: undefined for nothing that there is or can be looked at. */
export function pathKind(path: string): 'file' | 'directory' | 'other' | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return undefined
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other'
  } catch {
    return undefined
  }
}
