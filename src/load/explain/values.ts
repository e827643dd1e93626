import { brief } from '../../model/brief.ts'
import { parseDate, wordDate } from '../../model/date.ts'
import { suggestion } from '../../model/did-you-mean.ts'
import { closest } from '../../model/nearest.ts'
import type { Pointer } from '../../model/place.ts'
import type { SchemaName } from '../read-by-schema.ts'
import type { SchemaProblem } from '../schema-problem.ts'
import type { Schema } from '../schemas.ts'
import { isMap, type Typed } from '../typed-value.ts'
import { type DateFault, dateFault } from './date-words.ts'
import { squashed } from './field-synonyms.ts'
import { FILE_NAMES } from './file-names.ts'
import { likelyForm } from './likely-form.ts'
import { listHelp } from './list-help.ts'
import { mintedIdOf } from './minted-id.ts'
import type { SchemaFault } from './schema-fault.ts'
import { pageHelp, signHelp, VENUE_HELP } from './slug-help.ts'
import { isCardUrl, placeholderUrl, withoutUser } from './url-words.ts'
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
  if (schema.type === 'array' && typeof value === 'string') return listHelp(keyOf(pointer), value)
  if (schema.type === 'boolean')
    return `Write \`${YES_OR_NO.get(String(value).toLowerCase()) ?? 'true` or `false'}\`.`
  if (Array.isArray(value) && value.length === 1) return `Write the one item without the list.`
  if (schema.type === 'string' && isMap(value) && typeof value.id === 'string')
    return `Write its id alone: \`${brief(value.id)}\`.`
  if (schema.type === 'string' && isMap(value))
    return 'Put the whole text in quotes: a colon with a space behind it would end it.'
  if (schema.examples === undefined) return 'Write it in that form, or remove it.'
  const start = typeof pointer.at(-1) === 'number' ? '-' : `${keyOf(pointer)}:`
  return `Write it like this: \`${start} ${exampleOf(schema)}\`.`
}

/** What YAML 1.1 takes for true and false, and what people write for them. */
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'on', '1', 't'].map(word => [word, true] as const),
  ...['no', 'n', 'off', '0', 'f'].map(word => [word, false] as const),
])

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
  if (typeof value === 'object') return oneOfMany(pointer, value, allowed)
  const key = squashed(String(value))
  const synonyms = Object.hasOwn(VALUE_SYNONYMS, key) ? VALUE_SYNONYMS[key] : undefined
  const meant = (synonyms ?? []).filter(item => allowed.includes(item))
  const near = meant.length > 0 ? meant : closest(String(value), allowed)
  const others = allowed.filter(item => !near.includes(item))
  const isSame = near.length === 1 && squashed(near[0] ?? '') === key
  const hint = suggestion(near, `Choose one of ${allowed.join(', ')}.`)
  return {
    rule: 'schema/value',
    message: `${shown(value)} is not a ${keyOf(pointer)} that is known.`,
    help: isSame
      ? `Write \`${near[0]}\`.`
      : near.length === 0 || others.length === 0
        ? hint
        : `${hint} The others are ${others.join(', ')}.`,
    pointer,
    at: 'value',
  }
}

/** A list or mapping where one word should be. */
function oneOfMany(pointer: Pointer, value: Typed, allowed: readonly string[]): SchemaProblem {
  const first = Array.isArray(value) ? value.find(item => allowed.includes(String(item))) : undefined
  return {
    rule: 'schema/type',
    message: mustBe(pointer, `one of ${allowed.join(', ')}`, value),
    help: first === undefined ? 'Write one of them.' : `Write one word: \`${keyOf(pointer)}: ${first}\`.`,
    pointer,
    at: 'value',
  }
}

/** A text that does not match the pattern of its schema. */
export function wrongForm(fault: SchemaFault): SchemaProblem {
  const { name, pointer, value, schema } = fault
  const text = String(value)
  const placeholder = placeholderUrl(name, pointer, text)
  if (placeholder !== undefined) return placeholder
  const { title } = schema.form ?? schema
  const date = title === 'Date' ? dateFault(text) : undefined
  return {
    rule: ruleOfForm(name, pointer),
    message: `${shown(isCardUrl(name, pointer) ? withoutUser(text) : value)} ${formFault(pointer, title, date)}.`,
    help: formHelp(fault, date),
    pointer,
    at: 'value',
  }
}

/** What is wrong with a form, behind the value. */
function formFault(pointer: Pointer, title: string | undefined, date: DateFault | undefined): string {
  if (date !== undefined) return `is not a date: ${date.message}`
  return title === undefined ? `cannot be ${itemOf(pointer)}` : `does not have the form of ${formName(title)}`
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

function formHelp(fault: SchemaFault, date: DateFault | undefined): string {
  const { name, pointer, value, schema } = fault
  const { title, description } = schema.form ?? schema
  const text = String(value)
  const field = String(pointer[0])
  if (name === 'card' && field === 'venue') return VENUE_HELP
  if (name === 'card' && field === 'id') return idHelp(fault)
  const isDomain = name === 'venues' && keyOf(pointer) === 'domains'
  const likely = likelyForm(isDomain ? 'Domain' : (title ?? ''), text)
  if (likely !== undefined && isDomain && text.startsWith('*.'))
    return `Write \`${brief(likely)}\`: subdomains are included.`
  if (likely !== undefined) return `Write \`${brief(likely)}\`.`
  const own = date?.help ?? ownHelp(title, text)
  if (own !== undefined) return own
  if (description === undefined && keyOf(pointer) === 'aliases')
    return 'An alias is 4 to 64 letters, digits, underscores or hyphens.'
  if (isDomain) return 'A domain is a host, such as `lesswrong.com`, with or without a path.'
  const example = schema.examples === undefined ? '' : `For example \`${exampleOf(schema)}\`.`
  return `${firstSentence(description ?? '')} ${example}`.trim() || 'Correct it, or remove it.'
}

/** The help that looks at what the text says, for the forms that have one. */
function ownHelp(title: string | undefined, text: string): string | undefined {
  if (title === 'Page id') return pageHelp(text)
  return title === 'Slug' ? signHelp(text) : undefined
}

/** An ID is not made up: `cards import` mints it from the source. */
function idHelp({ root, value }: SchemaFault): string {
  const minted = mintedIdOf(root)
  if (minted === undefined) return 'Write ten letters or digits that no other card has ever had.'
  const keep = /^[A-Za-z0-9_-]{4,64}$/.test(String(value)) ? '; keep the old one under `aliases`' : ''
  return `Write ten letters or digits; for this source \`${minted}\`${keep}.`
}

/** The rule that asks for a form: those of a card's ID and tags have names of their own. */
function ruleOfForm(name: SchemaName, pointer: Pointer): SchemaProblem['rule'] {
  if (name !== 'card') return 'schema/value'
  if (isCardUrl(name, pointer)) return 'url/valid'
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
