import { extname } from 'node:path'
import { EXPORTERS } from '../../export/index.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { outputPath } from '../output-path.ts'

/** The options of `cards export` that say what is to be written, and where. */
export interface ExportRequest {
  readonly format: string
  /** The absolute path of the file; undefined for standard output. */
  readonly output: string | undefined
  readonly key: string | undefined
  readonly chosen: readonly string[] | undefined
}

interface Given {
  readonly format: string | undefined
  readonly output: string | undefined
  readonly key: string | undefined
  readonly fields: readonly string[]
  readonly columns: readonly string[]
  readonly json: boolean
}

/** @throws CardsError `usage` for options that contradict each other, or do not say the format */
export function requestOf(given: Given, context: Context): ExportRequest {
  if (given.json)
    throw new CardsError('usage', '--json is for --formats only.', 'For cards as JSON: --format json')
  const format = given.format ?? formatOf(given.output)
  const { choice } = EXPORTERS.find(({ name }) => name === format) ?? {}
  for (const option of ['fields', 'columns'] as const)
    if (given[option].length > 0 && choice?.option !== option)
      throw new CardsError('usage', `--${option} is not for ${format}.`, `It is for ${formatsWith(option)}.`)
  const chosen = [...given.fields.map(name => name.replaceAll('-', '_')), ...given.columns]
  return {
    format,
    output: given.output === undefined ? undefined : outputPath(given.output, '--output', context),
    key: given.key,
    chosen: chosen.length > 0 ? chosen : undefined,
  }
}

function formatOf(output: string | undefined): string {
  const ending = output === undefined ? '' : extname(output).slice(1).toLowerCase()
  const exporter = EXPORTERS.find(({ extension }) => extension === ending)
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
