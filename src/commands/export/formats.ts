import type { FormatFacts } from '../../export/format-facts.ts'
import { CARD_FIELDS, exporterNamed, factsOf, formats as knownFormats } from '../../export/formats-known.ts'
import { CardsError } from '../../model/errors.ts'
import { jsonArray } from '../../model/json-pieces.ts'
import { jsonText } from '../../model/json-text.ts'
import type { Context, Result } from '../command.ts'
import { formatOptions } from '../format-options.ts'
import { chosenOption, flagName } from '../option.ts'
import { formatPage, formatsPage } from './formats-page.ts'

/**
 * The formats, or those that are named, and what each keeps.
 * @throws CardsError `usage` for a format that there is not, and for options that would do nothing
 */
export function formatsResult(
  { terminal, isTerminal }: Pick<Context, 'terminal' | 'isTerminal'>,
  names: readonly string[],
  { json, formats: _, ...others }: FormatsOptions,
): Result {
  const [idle] = Object.keys(others).filter(name => chosenOption(others, [name]) !== undefined)
  if (idle !== undefined)
    throw new CardsError(
      'usage',
      `--formats writes no cards, so that ${flagName(idle)} would do nothing.`,
      'For one format, name it: cards export --formats ris',
    )
  const formats =
    names.length === 0 ? knownFormats() : [...new Set(names)].map(name => factsOf(exporterNamed(name)))
  const [one] = formats
  const single = names.length > 0 && formats.length === 1 ? one : undefined
  if (json)
    return {
      text: single ? `${jsonText(formatJson(single), 2)}\n` : jsonArray(formats.map(formatJson)),
      exitCode: 0,
    }
  if (!isTerminal) return { text: single ? fieldLines(single) : formatLines(formats), exitCode: 0 }
  const text =
    names.length === 0
      ? formatsPage(formats, terminal)
      : formats.map(format => formatPage(format, terminal)).join('\n')
  return { text, exitCode: 0 }
}

/** The options of `cards export`, of which these two mean something here. */
interface FormatsOptions {
  readonly formats: boolean
  readonly json: boolean
  readonly [other: string]: unknown
}

/** A format as programs get it: `schemas/output-formats.schema.json`. */
function formatJson(format: FormatFacts): object {
  const { name, kind, description, extension, keeps, drops } = format
  return { name, kind, description, extension, options: formatOptions(format), keeps, drops }
}

/** A format a line: its name, kind, ending and description, and the fields that it drops. */
function formatLines(formats: readonly FormatFacts[]): string {
  return formats
    .map(({ name, kind, extension, description, drops }) =>
      [name, kind, extension, description, drops.join(',')].join('\t'),
    )
    .map(line => `${line}\n`)
    .join('')
}

/** A field a line: where the format puts it; nothing for one that it drops. */
function fieldLines({ keeps }: FormatFacts): string {
  return CARD_FIELDS.map(field => `${field}\t${keeps[field] ?? ''}\n`).join('')
}
