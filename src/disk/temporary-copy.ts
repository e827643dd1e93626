import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ioError } from '../model/io-error.ts'
import type { Content } from './temporary-file.ts'

/**
 * Makes a file for the user to edit, in a folder of its own among the system's temporary ones, which nobody else may
 * look into. What an editor leaves beside it goes with it.
 * @param name by whose ending editors know what it is
 * @returns its path
 * @throws CardsError `io`
 */
export function createTemporaryCopy(name: string, content: Content): string {
  try {
    const path = join(mkdtempSync(join(tmpdir(), 'cards-')), name)
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' })
    return path
  } catch (error) {
    throw ioError(error, 'write', join(tmpdir(), name))
  }
}

/** Removes such a file with its folder. */
export function removeTemporaryCopy(path: string): void {
  try {
    rmSync(dirname(path), { recursive: true, force: true })
  } catch (error) {
    throw ioError(error, 'remove', path)
  }
}
