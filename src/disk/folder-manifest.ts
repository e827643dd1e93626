import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CardsError } from '../model/errors.ts'
import {
  type ExportManifest,
  MANIFEST_NAME,
  manifestText,
  NO_MANIFEST,
  parseManifest,
} from '../model/export-manifest.ts'
import { ioError } from '../model/io-error.ts'
import { hashOf, look, replace } from './folder-file.ts'
import { createFile } from './write-file.ts'

/**
 * The list of what earlier exports made in a folder; an empty one where there is none.
 * @param name what messages call the folder
 * @throws {CardsError} `io` for what is no such list
 */
export function readManifest(dir: string, extension: string, name: string): ExportManifest {
  const path = join(dir, MANIFEST_NAME)
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return NO_MANIFEST
    if (!stats.isFile())
      throw new CardsError('io', `${name}/${MANIFEST_NAME} is no ordinary file.`, 'Move it away.')
    return parseManifest(readFileSync(path, 'utf8'), extension, `${name}/${MANIFEST_NAME}`)
  } catch (error) {
    throw ioError(error, 'read', path)
  }
}

/** Writes the list, unless it says the same already. */
export function writeManifest(dir: string, manifest: ExportManifest): void {
  const path = join(dir, MANIFEST_NAME)
  const text = manifestText(manifest)
  const now = look(dir, MANIFEST_NAME)
  if (now === undefined) createFile(path, text)
  else if (now === 'other' || now.hash !== hashOf(text)) replace(path, text)
}
