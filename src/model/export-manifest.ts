import { CardsError } from './errors.ts'
import { compareText } from './order.ts'

/** What the list of the files that an export made in a folder is called. */
export const MANIFEST_NAME = '.cards-export.json'

const SCHEMA = 'https://unpkg.com/source-cards/schemas/export-manifest.schema.json'

/** Which files and folders of a folder exports made: `schemas/export-manifest.schema.json`. Paths are below it. */
export interface ExportManifest {
  /** The SHA-256 of each file, in hex digits, by its path. */
  readonly files: ReadonlyMap<string, string>
  /** The same of files that were about to be written when the list was, and may be there or not. */
  readonly unfinished: ReadonlyMap<string, string>
  /** The folders below it that were made for them. */
  readonly folders: readonly string[]
}

export const NO_MANIFEST: ExportManifest = { files: new Map(), unfinished: new Map(), folders: [] }

/**
 * Whether a path is one that an exporter can have made: below the folder, plain in every file system, and no hidden file.
 * A list is as trustworthy as the folder that it lies in, so that no other path may come out of one.
 * @param extension how the files end, without the dot
 */
export function isExportPath(path: string, extension: string): boolean {
  return path.endsWith(`.${extension}`) && isFolderPath(path.slice(0, -1 - extension.length))
}

function isFolderPath(path: string): boolean {
  return path.length < 1000 && path.split('/').every(part => /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(part))
}

export function manifestText({ files, unfinished, folders }: ExportManifest): string {
  const sorted = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries([...map].sort(([a], [b]) => compareText(a, b)))
  const value = {
    $schema: SCHEMA,
    version: 1,
    files: sorted(files),
    ...(unfinished.size > 0 && { unfinished: sorted(unfinished) }),
    ...(folders.length > 0 && { folders: [...folders].sort(compareText) }),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

/**
 * @param name of the file, for the message
 * @throws CardsError `io` for what is no such list, or names a file that no export can have made
 */
export function parseManifest(text: string, extension: string, name: string): ExportManifest {
  const value = jsonOf(text)
  const { version, files, unfinished = {}, folders = [] } = isRecord(value) ? value : {}
  if (Number.isSafeInteger(version) && Number(version) > 1)
    throw new CardsError('io', `${name} was written by a newer version of cards.`, 'Install that version.')
  const wrong = (what: string) =>
    new CardsError(
      'io',
      `${name} is not the list of files that cards export keeps there: ${what}.`,
      'Restore it; or delete it, together with the files that an export made in that folder.',
    )
  if (version !== 1) throw wrong('it has no version that is known')
  if (!Array.isArray(folders)) throw wrong('its folders are no list')
  for (const folder of folders)
    if (typeof folder !== 'string' || !isFolderPath(folder))
      throw wrong(`an export makes no folder ${shown(folder)}`)
  const hashes = (part: unknown) => {
    if (!isRecord(part)) throw wrong('its files are not there')
    return new Map(
      Object.entries(part).map(([path, hash]) => {
        if (!isExportPath(path, extension)) throw wrong(`an export makes no file ${shown(path)}`)
        if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) throw wrong(`${path} has no SHA-256`)
        return [path, hash] as const
      }),
    )
  }
  return { files: hashes(files), unfinished: hashes(unfinished), folders }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 100) ?? ''
}
