import { brief } from '../../model/brief.ts'
import { parseDate, wordDate } from '../../model/date.ts'
import { suggestion } from '../../model/did-you-mean.ts'
import { closest } from '../../model/nearest.ts'
import type { Pointer } from '../../model/place.ts'
import type { SchemaName } from '../read-by-schema.ts'
import type { SchemaProblem } from '../schema-problem.ts'
import type { Schema } from '../schemas.ts'
import { isMap, type Typed } from '../typed-value.ts'
import { correctedForm } from './corrected-form.ts'
import { squashed } from './field-synonyms.ts'
import { FILE_NAMES } from './file-names.ts'
import { listedWords } from './listed-words.ts'
import type { SchemaFault } from './schema-fault.ts'
import { article, exampleOf, fieldWords, firstSentence, formOf, keyOf, shown } from './value-words.ts'

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
    return listedWords(keyOf(pointer), value)
      ? `Write it as a list: \`[${brief(value)}]\`.`
      : `Write each on a line of its own: \`- ${brief(value)}\`.`
  if (Array.isArray(value) && value.length === 1) return `Write the one item without the list.`
  if (schema.type === 'string' && isMap(value) && typeof value.id === 'string')
    return `Write its id alone: \`${brief(value.id)}\`.`
  if (schema.type === 'string' && isMap(value))
    return 'Put the whole text in quotes: a colon with a space behind it would end it.'
  if (schema.examples === undefined) return 'Write it in that form, or remove it.'
  const start = typeof pointer.at(-1) === 'number' ? '-' : `${keyOf(pointer)}:`
  return `Write it like this: \`${start} ${exampleOf(schema)}\`.`
}

/** What other tools call a value of ours, in lower case and without separators. */
const VALUE_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  article: ['paper', 'news', 'blog'],
  arxiv: ['paper'],
  blogpost: ['blog'],
  conferencepaper: ['paper'],
  forumpost: ['blog'],
  github: ['code'],
  journalarticle: ['paper'],
  newsarticle: ['news'],
  paperconference: ['paper'],
  post: ['blog'],
  preprint: ['paper'],
  repo: ['code'],
  repository: ['code'],
  software: ['code'],
  webpage: ['web'],
  webresource: ['web'],
  website: ['web'],
  youtube: ['video'],
}

/** A word that is none of those allowed. */
export function notAllowed({ pointer, value, schema }: SchemaFault): SchemaProblem {
  const allowed = schema.enum ?? []
  const key = squashed(String(value))
  const synonyms = Object.hasOwn(VALUE_SYNONYMS, key) ? VALUE_SYNONYMS[key] : undefined
  const meant = (synonyms ?? []).filter(item => allowed.includes(item))
  const near = meant.length > 0 ? meant : closest(String(value), allowed)
  const others = allowed.filter(item => !near.includes(item))
  const hint = suggestion(near, `Choose one of ${allowed.join(', ')}.`)
  return {
    rule: 'schema/value',
    message: `${shown(value)} is not a ${keyOf(pointer)} that is known.`,
    help: near.length === 0 || others.length === 0 ? hint : `${hint} The others are ${others.join(', ')}.`,
    pointer,
    at: 'value',
  }
}

/** A text that does not match the pattern of its schema. */
export function wrongForm({ name, pointer, value, schema }: SchemaFault): SchemaProblem {
  const { title, description } = schema.form ?? schema
  const corrected = correctedForm(title ?? '', String(value))
  return {
    rule: ruleOfForm(name, pointer),
    message: `${shown(value)} ${title === undefined ? `cannot be ${itemOf(pointer)}` : `does not have the form of ${formName(title)}`}.`,
    help: corrected ? `Write \`${brief(corrected)}\`.` : formHelp(pointer, description, schema),
    pointer,
    at: 'value',
  }
}

/** The titles of fields that do not say what their values are. */
const FORM_NAMES: Readonly<Record<string, string>> = {
  'Fetched at': 'a date, with or without a time',
  Language: 'a language tag',
  'Replaced by': 'a stable ID',
}

function formName(title: string): string {
  return FORM_NAMES[title] ?? article(title)
}

function itemOf(pointer: Pointer): string {
  return typeof pointer.at(-1) === 'number' ? `an item of \`${keyOf(pointer)}\`` : `\`${keyOf(pointer)}\``
}

function formHelp(pointer: Pointer, description: string | undefined, schema: Schema): string {
  if (description === undefined && keyOf(pointer) === 'aliases')
    return 'An alias is 4 to 64 letters, digits, underscores or hyphens.'
  const example = schema.examples === undefined ? '' : `For example \`${exampleOf(schema)}\`.`
  return `${firstSentence(description ?? '')} ${example}`.trim() || 'Correct it, or remove it.'
}

/** The rule that asks for a form: those of a card's ID and tags have names of their own. */
function ruleOfForm(name: SchemaName, pointer: Pointer): SchemaProblem['rule'] {
  if (name !== 'card') return 'schema/value'
  const field = String(pointer.findLast(step => typeof step === 'string'))
  return (Object.hasOwn(FORM_RULES, field) && FORM_RULES[field]) || 'schema/value'
}

const FORM_RULES: Readonly<Record<string, SchemaProblem['rule']>> = {
  id: 'id/format',
  doi: 'identifier/doi',
  arxiv: 'identifier/arxiv',
  isbn: 'identifier/checksum',
  orcid: 'identifier/checksum',
  tags: 'tag/format',
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
    rule: 'date/impossible',
    message: `\`${day}\` is not a day of the calendar.`,
    help: `The last day of ${wordDate(month)} is \`${parseDate(month)?.last}\`; without the day, write \`${month}\`.`,
    pointer,
    at: 'value',
  }
}
