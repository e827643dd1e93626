import { basename } from 'node:path'
import { exporterNamed } from '../../export/export-cards.ts'
import { EXPORTERS } from '../../export/index.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { type OutputTarget, outputTarget } from './output-target.ts'

/** The options of `cards export` that say what is to be written, and where. */
export interface ExportRequest {
  readonly format: string
  /** The file or folder; undefined for standard output. */
  readonly output: OutputTarget | undefined
  readonly key: string | undefined
  readonly chosen: readonly string[] | undefined
}

interface Given {
  readonly format: string | undefined
  readonly output: string | undefined
  readonly key: string | undefined
  readonly fields: readonly string[]
  readonly columns: readonly string[]
  readonly force: boolean
  readonly json: boolean
}

/** @throws CardsError `usage` for options that contradict each other, or do not say the format */
export function requestOf(given: Given, context: Context): ExportRequest {
  if (given.json)
    throw new CardsError('usage', '--json is for --formats only.', 'For cards as JSON: --format json')
  // As with other programs, `-` is standard output.
  const file = given.output === '-' ? undefined : given.output
  const format = given.format ?? formatOf(file)
  const { choice } = exporterNamed(format)
  for (const option of ['fields', 'columns'] as const)
    if (given[option].length > 0 && choice?.option !== option)
      throw new CardsError('usage', `--${option} is not for ${format}.`, `It is for ${formatsWith(option)}.`)
  const output = file === undefined ? undefined : outputTarget(file, format, context)
  if (given.force && output?.kind !== 'folder')
    throw new CardsError('usage', '--force is for an export into a folder.', 'Leave it out.')
  const chosen = [...given.fields.map(name => name.replaceAll('-', '_')), ...given.columns]
  return {
    format,
    output,
    key: given.key,
    chosen: chosen.length > 0 ? chosen : undefined,
  }
}

function formatOf(output: string | undefined): string {
  const name = basename(output ?? '').toLowerCase()
  // Of `refs.csl.json` the longer ending tells.
  const [exporter] = EXPORTERS.filter(({ extension }) => name.endsWith(`.${extension}`)).sort(
    (a, b) => b.extension.length - a.extension.length,
  )
  if (exporter) return exporter.name
  throw new CardsError(
    'usage',
    output === undefined ? 'Which format?' : `Which format is ${output} to have?`,
    `Say it with --format: ${EXPORTERS.map(({ name }) => name).join(', ')}.`,
  )
}

function formatsWith(option: string): string {
  return EXPORTERS.filter(({ choice }) => choice?.option === option)
    .map(({ name }) => name)
    .join(', ')
}
