import { dirname, relative, resolve } from 'node:path'
import { createFile, replaceFile } from '../disk/write-file.ts'
import { baselineText } from '../lint/baseline.ts'
import type { Linted } from '../lint/lint.ts'
import type { Scope } from '../lint/scope.ts'
import { toSlashes } from '../load/library-path.ts'
import { readIfThere } from '../load/read-inputs.ts'
import { CardsError } from '../model/errors.ts'
import type { Context } from './command.ts'

const DEFAULT_NAME = 'lint-baseline.txt'

/** Where the known findings are kept. */
export interface BaselineFile {
  /** Relative to the library, as findings name it. */
  readonly file: string
  /** Absolute. */
  readonly path: string
  /** What it holds; undefined when there is none. */
  readonly bytes: Buffer | undefined
}

/**
 * The baseline of a library: the one that `--baseline` names, else the config, else `lint-baseline.txt` in it.
 * @throws CardsError `io` for one that is named, but is not there to be read
 */
export function baselineFile(
  { settings, cwd }: Context,
  named: string | undefined,
  isToBeWritten: boolean,
): BaselineFile {
  const { dir, lint, configFile } = settings
  const path =
    named !== undefined
      ? resolve(cwd, named)
      : resolve(configFile && lint.baseline ? dirname(configFile) : dir, lint.baseline ?? DEFAULT_NAME)
  const bytes = readIfThere(path)
  if (named !== undefined && bytes === undefined && !isToBeWritten)
    throw new CardsError(
      'io',
      `The baseline ${named} cannot be read.`,
      'Check its path, or write it with --update-baseline.',
    )
  return { file: toSlashes(relative(dir, path)), path, bytes }
}

/**
 * Writes all that is found now as the baseline.
 * @returns how many findings are in it
 */
export function updateBaseline(
  { path, bytes }: BaselineFile,
  { findings, known }: Linted,
  scope: Scope,
): number {
  const kept = [...findings, ...known].filter(
    finding => finding.rule !== 'lint/unused-baseline' && scope.has(finding),
  )
  const text = baselineText(kept.map(({ key }) => key))
  if (bytes === undefined) createFile(path, text)
  else replaceFile(path, text, bytes)
  return kept.length
}
