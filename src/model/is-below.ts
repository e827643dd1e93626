import { isAbsolute, sep } from 'node:path'

/** Whether a relative path stays below where it starts. */
export function isBelow(path: string): boolean {
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
