import { basename } from 'node:path'
import { exporterNamed, formats } from '../../export/formats-known.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { flagName } from '../option.ts'
import { type OutputTarget, outputTarget } from './output-target.ts'

/** The options of `cards export` that say what is to be written, and where. */
export interface ExportRequest {
  readonly format: string
  /** The file or folder; undefined for standard output. */
  readonly output: OutputTarget | undefined
  readonly key: string | undefined
  /** The fields or columns that are wanted; undefined for all. */
  readonly fields: readonly string[] | undefined
  /** What the index of the folder is called; undefined for the usual name. */
  readonly index: string | undefined
}

interface Given {
  readonly format: string | undefined
  readonly output: string | undefined
  readonly key: string | undefined
  readonly fields: readonly string[]
  readonly columns: readonly string[]
  readonly force: boolean
  readonly dryRun: boolean
  readonly index: string | undefined
  readonly json: boolean
}

/** @throws CardsError `usage` for options that contradict each other, or do not say the format */
export function requestOf(given: Given, context: Context): ExportRequest {
  // As with other programs, `-` is standard output.
  const file = given.output === '-' ? undefined : given.output
  const format = formatWanted(given, file)
  const { choice, hasKeys } = exporterNamed(format)
  for (const option of ['fields', 'columns'] as const)
    if (given[option].length > 0 && choice?.kind !== option)
      throw new CardsError('usage', `--${option} is not for ${format}.`, `It is for ${formatsWith(option)}.`)
  if (given.key !== undefined && !hasKeys)
    throw new CardsError(
      'usage',
      `There are no citation keys in ${format}, so that --key would do nothing.`,
      'Leave it out.',
    )
  const output = file === undefined ? undefined : outputTarget(file, format, context)
  const forFolders = ['force', 'dryRun', 'index'] as const
  const idle = forFolders.find(option => given[option] !== false && given[option] !== undefined)
  if (idle !== undefined && output?.kind !== 'folder')
    throw new CardsError('usage', `${flagName(idle)} is for an export into a folder.`, 'Leave it out.')
  const fields = [...given.fields.map(name => name.replaceAll('-', '_')), ...given.columns]
  return {
    format,
    output,
    key: given.key,
    fields: fields.length > 0 ? fields : undefined,
    index: given.index,
  }
}

/** The format that is named, by an option or by the file; JSON where only fields are chosen, as with `cards list`. */
function formatWanted({ format, json, fields }: Given, file: string | undefined): string {
  if (!json) return format ?? (file === undefined && fields.length > 0 ? 'json' : formatOf(file))
  const other = format ?? (file === undefined ? 'json' : formatOf(file))
  if (other === 'json') return other
  throw new CardsError('usage', `--json and the format ${other} exclude each other.`, 'Give one of them.')
}

/** Endings of files that people use besides the one that we give. */
const OTHER_ENDINGS: readonly (readonly [ending: string, format: string])[] = [
  ['yml', 'yaml'],
  ['jsonl', 'ndjson'],
]

function formatOf(output: string | undefined): string {
  const name = basename(output ?? '').toLowerCase()
  const endings = [
    ...formats().flatMap(({ name, extension }) => [[extension, name] as const, [name, name] as const]),
    ...OTHER_ENDINGS,
  ]
  // Of `refs.csl.json` the longer ending tells; of two formats with one ending the first is meant.
  const [known] = endings
    .filter(([ending]) => name.endsWith(`.${ending}`))
    .sort(([a], [b]) => b.length - a.length)
  if (known) return known[1]
  throw new CardsError(
    'usage',
    output === undefined ? 'Which format?' : `Which format is ${output} to have?`,
    `Say it with --format: ${formats()
      .map(({ name }) => name)
      .join(', ')}.`,
  )
}

function formatsWith(option: string): string {
  return formats()
    .filter(({ choice }) => choice?.kind === option)
    .map(({ name }) => name)
    .join(', ')
}
