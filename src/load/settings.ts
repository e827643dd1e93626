import { existsSync, type Stats, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { CardsError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import { ioReason } from '../model/io-error.ts'
import { isBelow } from '../model/is-below.ts'
import type { Pointer } from '../model/place.ts'
import type { ConfigFile } from '../model/schema-types.generated.ts'
import { decode } from './decode.ts'
import { toSlashes } from './library-path.ts'
import { nearestAbove } from './nearest-above.ts'
import { readBySchema } from './read-by-schema.ts'
import { readBytes } from './read-bytes.ts'

/** What a library's config is called. */
export const CONFIG_NAME = 'cards.config.yaml'
const DEFAULT_DIR = 'cards'

/** Address of the card schema in a new card's modeline, unless the config names another. */
const SCHEMA_ADDRESS = 'https://unpkg.com/source-cards/schemas/card.schema.json'

/** Where a library is and what is its own: flags, environment and config file resolved. */
export interface Settings {
  /** The library's directory, absolute. */
  readonly dir: string
  /** The same as messages show it: relative to the working directory when it is below it. */
  readonly name: string
  /** Where new cards are written. */
  readonly layout: 'flat' | 'sharded'
  /** The folder below the library into which new cards go; undefined for the library itself. */
  readonly folder: string | undefined
  /** Where metadata is asked for. */
  readonly fetch: NonNullable<ConfigFile['fetch']>
  /** What a new card's modeline names; undefined for none. */
  readonly schemaAddress: string | undefined
  /** Saved queries, by name. */
  readonly filters: Readonly<Record<string, string>>
  /** The fields that the library declares for itself, by name. */
  readonly extra: NonNullable<ConfigFile['extra']>
  /** The tags that cards may have; undefined when any may. */
  readonly tags: readonly string[] | undefined
  /** How the library is linted, as the config has it: rules and options are for lint to check. */
  readonly lint: NonNullable<ConfigFile['lint']>
  /** The config file, absolute; undefined without one. */
  readonly configFile: string | undefined
}

/** What the user said of where the library is. */
export interface Whereabouts {
  readonly cwd: string
  /** `--dir`, else `CARDS_DIR`. */
  readonly dir?: string | undefined
  /** `--config`. */
  readonly config?: string | undefined
}

/**
 * Finds the library and its config. The config file is the one named, else `cards.config.yaml` in the working
 * directory (or in the one named) or the nearest above it; the library is the directory named, else the config's,
 * else a `cards/` folder in the working directory or the nearest above it.
 * @throws CardsError `config` for a config that is missing or wrong, with every problem and its place
 */
export async function findSettings({ cwd, dir, config }: Whereabouts): Promise<Settings> {
  const named = dir === undefined ? undefined : resolve(cwd, dir)
  const configFile =
    config === undefined ? nearestNamed(CONFIG_NAME, named ?? cwd, isFile) : resolve(cwd, config)
  const {
    dir: configured,
    layout,
    folder,
    fetch,
    schema,
    filters,
    extra,
    tags,
    lint,
  } = configFile === undefined ? {} : await readConfig(configFile, cwd)
  const found =
    named ??
    (configFile === undefined
      ? nearestNamed(DEFAULT_DIR, cwd, isDirectory)
      : resolve(dirname(configFile), configured ?? DEFAULT_DIR))
  const library = found ?? join(cwd, DEFAULT_DIR)
  return {
    dir: library,
    name: shownPath(library, cwd),
    layout: layout ?? 'flat',
    folder,
    fetch: fetch ?? {},
    schemaAddress: schema === 'none' ? undefined : (schema ?? SCHEMA_ADDRESS),
    filters: filters ?? {},
    extra: extra ?? {},
    tags,
    lint: lint ?? {},
    configFile,
  }
}

/** A path as a person in `cwd` would write it. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path)
  return below === '' ? '.' : isBelow(below) ? toSlashes(below) : path
}

/** Whether the library's directory is there. */
export function hasDirectory({ dir }: Settings): boolean {
  return isDirectory(dir)
}

/** Refuses to go on without a library. */
export function requireDirectory({ dir, name }: Settings): void {
  if (isDirectory(dir)) return
  if (existsSync(dir)) throw new CardsError('no-library', `${name} is not a directory.`)
  throw new CardsError('no-library', `There is no library at ${name}.`)
}

async function readConfig(path: string, cwd: string): Promise<ConfigFile> {
  const name = shownPath(path, cwd)
  let bytes: Uint8Array
  try {
    bytes = readBytes(path)
  } catch (error) {
    throw new CardsError('config', `The config ${name} cannot be read: ${ioReason(error)}.`)
  }
  const { text, problem } = decode(bytes)
  if (text.trim() === '' && !problem) return {}
  const value = problem ? undefined : readBySchema('config', text)
  if (value !== undefined) return value as ConfigFile
  const { examine, textFinding } = await import('./examine.ts')
  const examined = problem
    ? { value: undefined, findings: [textFinding(problem, name)] }
    : examine('config', text, name)
  const errors = examined.findings.filter(finding => finding.severity === 'error')
  if (errors.length === 0 && examined.value !== undefined) return examined.value as ConfigFile
  throw configError(errors)
}

/**
 * The error for what is wrong in a config beyond its schema, with the places.
 * @param problems where in the config, and what
 */
export async function configProblems(
  configFile: string,
  cwd: string,
  problems: readonly { pointer: Pointer; at: 'key' | 'value'; message: string; help: string }[],
): Promise<CardsError> {
  const { readDocument } = await import('./yaml-document.ts')
  const { locate } = readDocument(decode(readBytes(configFile)).text)
  const file = shownPath(configFile, cwd)
  return configError(
    problems.map(({ pointer, at, message, help }) => ({ file, range: locate(pointer, at), message, help })),
  )
}

/** A config that cannot be gone by, with every place that is wrong in it. */
export function configError(
  findings: readonly Pick<Finding, 'file' | 'range' | 'message' | 'help'>[],
): CardsError {
  const lines = findings.map(
    ({ file, range, message, help }) =>
      `${file}:${range.start.line}:${range.start.column}: ${message} ${help}`,
  )
  return new CardsError(
    'config',
    lines.join('\n'),
    'Mend the config; `cards schema config` says what it may hold.',
  )
}

/** Where a name is found in a directory, or the nearest above it. */
function nearestNamed(name: string, start: string, fits: (path: string) => boolean): string | undefined {
  const above = nearestAbove(start, directory => fits(join(directory, name)))
  return above && join(above, name)
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false
}

function isDirectory(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // Something on the way is a file, or may not be looked at.
    return undefined
  }
}
