import { didYouMean } from '../model/did-you-mean.ts'
import { FIELDS } from './fields.ts'
import { fieldKey, fieldNames, findField, type QueryConfig } from './find-field.ts'
import type { FieldToken } from './lex-query.ts'
import { parseValues } from './parse-value.ts'
import { findPresence, presenceNames } from './presence.ts'
import type { Query } from './query.ts'
import { type QuerySource, queryError, quoted } from './query-error.ts'

/**
 * Reads `field:value`, `has:field` or `no:field`.
 * @throws CardsError for a field that there is not, and for a value that the field does not take
 */
export function parseField(token: FieldToken, source: QuerySource, config: QueryConfig): Query {
  const { name, values, start, end } = token
  const keyword = fieldKey(name.text)
  if (keyword === 'has' || keyword === 'no') return parsePresence(keyword, token, source, config)
  const field = findField(name.text, config)
  if (!field) throw unknownField(token, source, config)
  // A comma may be part of a URL.
  const isOne = field.kind === 'url' && values.every(value => !value.isQuoted)
  const whole = { start: name.end + 1, end, text: source.text.slice(name.end + 1, end), isQuoted: false }
  return parseValues(
    field,
    isOne ? [whole] : values,
    token,
    value => (message, hint) => queryError(source, value.text === '' ? { start, end } : value, message, hint),
  )
}

function parsePresence(
  keyword: 'has' | 'no',
  token: FieldToken,
  source: QuerySource,
  config: QueryConfig,
): Query {
  const { values, start, end } = token
  const [, second] = values
  if (keyword === 'no' && second) throw queryError(source, second, 'no: takes one field', 'Write no:a no:b.')
  const fields = values.map(value => {
    const found = findPresence(value.text, config)
    if (found) return found
    const names = presenceNames(config)
    if (value.text === '') {
      throw queryError(source, { start, end }, `${keyword}: needs a field`, `Such as ${keyword}:summary.`)
    }
    throw queryError(
      source,
      value,
      `no field is called ${quoted(value.text)}`,
      suggestion(value.text, names, names),
    )
  })
  const has: Query = { kind: 'has', fields, start, end }
  return keyword === 'has' ? has : { kind: 'not', term: has, start, end }
}

function unknownField({ name, start, end }: FieldToken, source: QuerySource, config: QueryConfig) {
  const listed = [...FIELDS.map(field => field.name), ...Object.keys(config.extra ?? {}), 'has', 'no']
  const hint = suggestion(name.text, ['has', 'no', ...fieldNames(config)], listed)
  const words = quoted(source.text.slice(start, end).replaceAll('"', ''))
  return queryError(
    source,
    name,
    `no field is called ${quoted(name.text)}`,
    `${hint} To look for the words, write ${words}.`,
  )
}

/** @param listed what to show when none of the known names is near */
function suggestion(name: string, known: readonly string[], listed: readonly string[]): string {
  return didYouMean(name, known, `The fields are ${listed.join(', ')}.`)
}
