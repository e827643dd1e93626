import { mkdirSync } from 'node:fs'
import { ioError } from '../model/io-error.ts'

/** Makes a folder and those above it, unless they are there. */
export function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw ioError(error, 'create the folder', path)
  }
}
