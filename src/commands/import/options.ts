import { keyOrder } from '../../edit/key-order.ts'
import { KEPT_FIELDS } from '../../import/offered-fields.ts'
import type { OnDuplicate } from '../../import/plan-import.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { CSV_FIELDS } from '../../notation/csv/csv-fields.ts'
import type { ImportInput } from './inputs.ts'

const CHOICES: readonly OnDuplicate[] = ['skip', 'update', 'fail']

/** What `--on-duplicate` says. @throws CardsError `usage` */
export function duplicateChoice(given = 'skip'): OnDuplicate {
  const choice = CHOICES.find(known => known === given)
  if (choice) return choice
  const hint = didYouMean(given, CHOICES, `Give one of ${CHOICES.join(', ')}.`)
  throw new CardsError('usage', `--on-duplicate takes ${CHOICES.join(', ')}, not \`${given}\`.`, hint)
}

/** The fields that `--overwrite` names; `all` stands for all that may be replaced. @throws CardsError `usage` */
export function overwrittenFields(names: readonly string[], onDuplicate: OnDuplicate): Set<string> {
  const all = keyOrder('card', []).filter(field => !KEPT_FIELDS.has(field))
  if (names.length > 0 && onDuplicate !== 'update')
    throw new CardsError(
      'usage',
      '--overwrite only has a meaning together with --on-duplicate update.',
      'Add that, or leave --overwrite out.',
    )
  return new Set(
    names.flatMap(name => {
      if (name === 'all') return all
      if (KEPT_FIELDS.has(name))
        throw new CardsError('usage', `An import never replaces \`${name}\`.`, 'Use cards edit for it.')
      return [knownField(name, '--overwrite', all)]
    }),
  )
}

/**
 * The columns that `--map` names, each with the field of a card into which it goes.
 * @param given texts such as `Web address=url`
 * @throws CardsError `usage`
 */
export function columnMap(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map(text => {
      const [, column, field] = /^(.+)=([^=]*)$/s.exec(text) ?? []
      if (column === undefined || field === undefined)
        throw new CardsError(
          'usage',
          `--map takes a column and a field, not \`${text}\`.`,
          "For example: --map 'Web address=url'",
        )
      return [column.trim(), mappedField(field.trim())]
    }),
  )
}

function mappedField(name: string): string {
  return /^extra\.[^.]+$/.test(name) ? name : knownField(name, '--map', CSV_FIELDS)
}

/** Formats whose entries have citation keys: `--map` makes them IDs, or keeps them in a field of the library's own. */
const KEYED = ['bibtex', 'biblatex', 'ris', 'csl-json']

/** Refuses options that would do nothing, as no file has the format that they are for. @throws CardsError `usage` */
export function checkFormats(
  inputs: readonly ImportInput[],
  { url, map }: { readonly url: string | undefined; readonly map: readonly string[] },
): void {
  const formats = new Set(inputs.map(({ importer }) => importer.name))
  const check = (option: string, format: string) => {
    if (!formats.has(format))
      throw new CardsError(
        'usage',
        `${option} is for ${format} only.`,
        `Leave it out, or say --format ${format}.`,
      )
  }
  if (url !== undefined) check('--url', 'longterm-wiki')
  const isKey = map.every(each => /^\s*key\s*=\s*(?:extra\.|id\s*$)/.test(each))
  if (map.length === 0 || formats.has('csv')) return
  if (!KEYED.some(format => formats.has(format))) check('--map', 'csv')
  if (!isKey)
    throw new CardsError(
      'usage',
      'Of a bibliography, --map takes the citation key and nothing else.',
      'Say key=id, where the keys are IDs, or key=extra.NAME, which keeps them.',
    )
}

function knownField(name: string, option: string, fields: readonly string[]): string {
  if (fields.includes(name)) return name
  const hint = didYouMean(name, fields, `The fields are ${fields.join(', ')}.`)
  throw new CardsError('usage', `${option}: a card has no field \`${name}\`.`, hint)
}
