import { withoutLinks } from '../../disk/library-target.ts'
import type { Export } from '../../export/export-cards.ts'
import { CardsError } from '../../model/errors.ts'
import type { Context } from '../command.ts'
import { outputPath } from '../output-path.ts'

/**
 * The absolute path of the file for the report of losses; undefined without one.
 * @param output the absolute path of what the cards are written to
 * @throws CardsError `usage` for a file that holds something else
 */
export function reportPath(
  file: string | undefined,
  output: string | undefined,
  context: Context,
): string | undefined {
  if (file === undefined) return undefined
  if (file === '-')
    throw new CardsError('usage', 'The report goes into a file.', 'Standard output is for the cards.')
  const path = outputPath(file, '--report', context)
  if (output === undefined || withoutLinks(path) !== withoutLinks(output)) return path
  throw new CardsError('usage', `${file} cannot hold the cards and the report.`, 'Name another file.')
}

/** What `--report` writes: `schemas/output-export.schema.json`. */
export function exportReport({ format, cards, losses }: Export): object {
  return {
    format: format.name,
    cards: cards.length,
    losses: losses().map(({ field, what, why, cards }) => ({
      field,
      what,
      ...(why === undefined ? {} : { why }),
      count: cards.length,
      cards,
    })),
  }
}
