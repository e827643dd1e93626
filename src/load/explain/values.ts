import { parseDate, wordDate } from '../../model/date.ts'
import { nearest } from '../../model/nearest.ts'
import type { Pointer } from '../../model/place.ts'
import type { SchemaName } from '../read-by-schema.ts'
import type { SchemaProblem } from '../schema-problem.ts'
import type { Schema } from '../schemas.ts'
import { isMap, type Typed } from '../typed-value.ts'
import { correctedForm } from './corrected-form.ts'
import { FILE_NAMES } from './file-names.ts'
import type { SchemaFault } from './schema-fault.ts'
import { article, brief, exampleOf, fieldWords, firstSentence, formOf, keyOf, shown } from './value-words.ts'

/** A name chosen by the user that is no name. */
export function badName({ pointer, error }: SchemaFault): SchemaProblem {
  const key = String(error.params.propertyName)
  return {
    rule: 'schema/value',
    message: `\`${key}\` cannot be a name under \`${pointer.at(-1)}\`.`,
    help: 'Use a letter first, then letters, digits and underscores.',
    pointer: [...pointer, key],
    at: 'key',
  }
}

/** A value of another kind than the schema asks for. */
export function wrongType({ name, pointer, value, schema }: SchemaFault): SchemaProblem {
  const [message, help] =
    pointer.length === 0
      ? wholeFile(name, value)
      : [mustBe(pointer, formOf(schema), value), typeHelp(pointer, value, schema)]
  return { rule: 'schema/type', message, help, pointer, at: 'value' }
}

function wholeFile(name: SchemaName, value: Typed): [string, string] {
  const { whole } = FILE_NAMES[name]
  const message = `The file must hold ${whole}, but holds ${shown(value)}.`
  if (name !== 'card') return [message, `Compare it with \`cards schema ${name}\`.`]
  return Array.isArray(value)
    ? [message, 'Keep one card a file; `cards import` makes cards out of a list of records.']
    : [message, 'A card is `key: value` lines, starting with `id`; keep other files out of the library.']
}

function typeHelp(pointer: Pointer, value: Typed, schema: Schema): string {
  if (schema.type === 'array' && typeof value === 'string')
    return `Write each on a line of its own: \`- ${brief(value)}\`.`
  if (Array.isArray(value) && value.length === 1) return `Write the one item without the list.`
  if (schema.type === 'string' && isMap(value))
    return 'Put the whole text in quotes: a colon with a space behind it would end it.'
  if (schema.examples === undefined) return 'Write it in that form, or remove it.'
  const start = typeof pointer.at(-1) === 'number' ? '-' : `${keyOf(pointer)}:`
  return `Write it like this: \`${start} ${exampleOf(schema)}\`.`
}

/** A word that is none of those allowed. */
export function notAllowed({ pointer, value, schema }: SchemaFault): SchemaProblem {
  const allowed = schema.enum ?? []
  const near = nearest(String(value), allowed)
  const others = allowed.filter(item => !near.includes(item))
  return {
    rule: 'schema/value',
    message: `${shown(value)} is not a ${keyOf(pointer)} that is known.`,
    help:
      near.length === 0
        ? `Choose one of ${allowed.join(', ')}.`
        : `Did you mean \`${near.join('` or `')}\`? ${others.length === 0 ? '' : `The others are ${others.join(', ')}.`}`.trim(),
    pointer,
    at: 'value',
  }
}

/** A text that does not match the pattern of its schema. */
export function wrongForm({ pointer, value, schema }: SchemaFault): SchemaProblem {
  const { title, description } = schema.form ?? schema
  const corrected = correctedForm(title ?? '', String(value))
  return {
    rule: pointer.length === 1 && pointer[0] === 'id' ? 'id/format' : 'schema/value',
    message: `${shown(value)} does not have the form of ${article(title ?? String(pointer.at(-1)))}.`,
    help: corrected
      ? `Write \`${brief(corrected)}\`.`
      : `${firstSentence(description ?? '')} For example \`${exampleOf(schema)}\`.`.trim(),
    pointer,
    at: 'value',
  }
}

/** A number too small or too large, or a text too short. */
export function outOfBounds({ pointer, value, schema }: SchemaFault): SchemaProblem {
  return {
    rule: 'schema/value',
    message: mustBe(pointer, formOf(schema), value),
    help: firstSentence(schema.description ?? '') || 'Give it a value, or remove it.',
    pointer,
    at: 'value',
  }
}

function mustBe(pointer: Pointer, form: string, value: Typed): string {
  return `${fieldWords(pointer)} must be ${form}, but is ${shown(value)}.`
}

/** A day that its month does not have. */
export function impossibleDay(pointer: Pointer, day: string): SchemaProblem {
  const month = day.slice(0, 7)
  return {
    rule: 'schema/value',
    message: `\`${day}\` is not a day of the calendar.`,
    help: `The last day of ${wordDate(month)} is \`${parseDate(month)?.last}\`; without the day, write \`${month}\`.`,
    pointer,
    at: 'value',
  }
}
