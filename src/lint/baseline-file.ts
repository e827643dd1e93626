import { dirname, relative, resolve } from 'node:path'
import { isInside, toSlashes } from '../load/library-path.ts'
import { readIfThere } from '../load/read-inputs.ts'
import { shownPath } from '../load/settings.ts'
import { CardsError } from '../model/errors.ts'
import { isBaseline } from './baseline.ts'
import type { Configured } from './configured-rules.ts'

const DEFAULT_NAME = 'lint-baseline.txt'

/** Where the known findings are kept. */
export interface BaselineFile {
  /** Relative to the library, as findings name it. */
  readonly file: string
  /** As a person in the working directory would write it. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** What it holds; undefined when there is none. */
  readonly bytes: Buffer | undefined
}

/**
 * The baseline of a library: the one that is named, else the config's, else `lint-baseline.txt` in it.
 * @param named its path, absolute or from the working directory; `none` for none
 * @throws CardsError `io` for a file that is none, `config` for one that the config has elsewhere
 */
export function baselineFile({ settings, cwd }: Configured, named?: string): BaselineFile {
  const { dir, lint, configFile } = settings
  if (named === 'none') {
    const path = resolve(dir, DEFAULT_NAME)
    return { file: DEFAULT_NAME, name: shownPath(path, cwd), path, bytes: undefined }
  }
  const base = lint.baseline === undefined || configFile === undefined ? dir : dirname(configFile)
  const path = named === undefined ? resolve(base, lint.baseline ?? DEFAULT_NAME) : resolve(cwd, named)
  const name = shownPath(path, cwd)
  // Only who runs the command may name a file elsewhere, not who wrote the library.
  if (named === undefined && !isInside(base, path))
    throw new CardsError(
      'config',
      `The baseline ${name} is outside the folder that it belongs to.`,
      'Keep it there, and change `lint.baseline` in the config.',
    )
  const bytes = readIfThere(path)
  if (bytes !== undefined && !isBaseline(bytes))
    throw new CardsError('io', `${name} is no baseline.`, 'Name another file, or move that one away.')
  return { file: toSlashes(relative(dir, path)), name, path, bytes }
}
