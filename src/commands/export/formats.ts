import { EXPORTERS } from '../../export/index.ts'
import { CardsError } from '../../model/errors.ts'
import { jsonArray } from '../../model/json-pieces.ts'
import { fitTable } from '../../render/table.ts'
import type { Context, Result } from '../command.ts'

/**
 * The formats, and what each keeps.
 * @throws CardsError `usage` for options that would do nothing
 */
export function formatsResult(
  { terminal, isTerminal }: Context,
  args: readonly string[],
  { format, json }: { readonly format: string | undefined; readonly json: boolean },
): Result {
  if (args.length > 0 || format !== undefined)
    throw new CardsError('usage', '--formats stands alone.', 'Try: cards export --formats')
  if (json)
    return {
      text: jsonArray(
        EXPORTERS.map(({ name, kind, description, extension, keeps }) => ({
          name,
          kind,
          description,
          extension,
          keeps,
        })),
      ),
      exitCode: 0,
    }
  const rows = EXPORTERS.map(({ name, description }) => [name, description])
  const table = fitTable(
    [
      { heading: 'Format', min: 8, priority: 2 },
      { heading: 'Holds', min: 16, priority: 1, grow: true },
    ],
    rows,
    terminal,
  )
  return {
    text: isTerminal ? `${table.join('\n')}\n` : rows.map(row => `${row.join('\t')}\n`).join(''),
    exitCode: 0,
  }
}
