import { guessFormat } from '../../import/guess-format.ts'
import type { Importer } from '../../import/importer.ts'
import { IMPORTERS } from '../../import/index.ts'
import { decode } from '../../load/decode.ts'
import { type InputFile, readInputs } from '../../load/read-inputs.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { groupBy } from '../../model/group-by.ts'
import type { Context } from '../command.ts'

/** What is piped in may be larger than a card, as files may. */
const LIMIT = 200 * 1024 * 1024

/** Files that one importer reads. */
export interface ImportInput {
  readonly importer: Importer
  readonly files: readonly InputFile[]
}

/**
 * Reads the files that a command line names, `-` being standard input, and sorts them by what reads them.
 * @param format what all of them hold; undefined when their names say it
 * @throws CardsError `io` for what cannot be read, `usage` for what is empty, and for a format that is unknown or has
 *   to be said
 */
export async function importInputs(
  context: Context,
  paths: readonly string[],
  format: string | undefined,
): Promise<ImportInput[]> {
  const importer = format === undefined ? undefined : importerNamed(format)
  if (paths.includes('-') && !importer)
    throw new CardsError('usage', 'What does standard input hold?', `Say it with --format: ${formatNames()}.`)
  const files: InputFile[] = []
  for (const path of new Set(paths))
    files.push(...(path === '-' ? [await standardInput(context)] : readInputs([path], context.cwd)))
  const empty = files.find(({ name, text }) => paths.includes(name) && text.trim() === '')
  if (empty !== undefined)
    throw new CardsError('usage', `${empty.name} is empty.`, 'Name a file with records.')
  return [...groupBy(files, file => importer ?? importerOf(file))].map(([importer, files]) => ({
    importer,
    files,
  }))
}

/** The names of all formats, for a sentence. */
export function formatNames(): string {
  return IMPORTERS.map(({ name }) => name).join(', ')
}

function importerNamed(name: string): Importer {
  const importer = IMPORTERS.find(known => known.name === name)
  if (importer) return importer
  const names = IMPORTERS.map(importer => importer.name)
  const hint = didYouMean(name, names, `The formats are ${formatNames()}.`)
  throw new CardsError('usage', `There is no format \`${name}\` to import.`, hint)
}

function importerOf(file: InputFile): Importer {
  const format = guessFormat(file)
  if (format !== undefined) return importerNamed(format)
  throw new CardsError('usage', `What does ${file.name} hold?`, `Say it with --format: ${formatNames()}.`)
}

async function standardInput({ readStdin }: Context): Promise<InputFile> {
  const { text, problem } = decode(await readStdin(), LIMIT)
  if (!problem && text.trim() === '')
    throw new CardsError('usage', 'Standard input is empty.', 'Check the command before the pipe.')
  if (!problem) return { name: 'stdin', text }
  const { line, column } = problem.range.start
  throw new CardsError('io', `stdin:${line}:${column}: ${problem.message}`, problem.help)
}
