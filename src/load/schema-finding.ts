import { nearest } from '../model/nearest.ts'
import type { Pointer } from '../model/place.ts'
import type { SchemaName } from './read-by-schema.ts'
import { type Schema, schemaAt } from './schemas.ts'
import type { Typed } from './typed-value.ts'
import type { SchemaError } from './validators.generated.cjs'

/** A schema error in words, with the value that it concerns. */
export interface SchemaProblem {
  readonly rule: 'schema/unknown-key' | 'schema/required' | 'schema/type' | 'schema/value' | 'id/format'
  readonly message: string
  readonly help: string
  /** The value to blame, which is left out of the card; for a missing key, its parent. */
  readonly pointer: Pointer
  /** Whether the key is to blame rather than its value. */
  readonly at: 'key' | 'value'
}

/** What each kind of file calls its whole and its parts. */
const NAMES: Record<SchemaName, { whole: string; item: string }> = {
  card: { whole: 'a card', item: 'a card' },
  venues: { whole: 'a list of venues', item: 'a venue' },
  pages: { whole: 'a list of pages', item: 'a page' },
  config: { whole: 'the configuration', item: 'the configuration' },
}

/** Words other tools use for a field of ours. */
const SYNONYMS: Readonly<Record<string, string>> = {
  author: 'authors',
  creator: 'authors',
  date: 'published',
  year: 'published',
  published_date: 'published',
  publication_date: 'published',
  publication_id: 'venue',
  journal: 'venue',
  publication: 'venue',
  keypoints: 'key_points',
  points: 'key_points',
  highlights: 'key_points',
  keywords: 'tags',
  tag: 'tags',
  lang: 'language',
  link: 'url',
  href: 'url',
  uri: 'url',
  name: 'title',
  short_title: 'label',
  note: 'notes',
  rating: 'credibility',
  alias: 'aliases',
  cites: 'cited_by',
  access_date: 'accessed',
  archive: 'archive_url',
}

/**
 * Words the errors of one value, each once: alternatives that were not meant are silent, and what follows from an
 * error already told is not told again.
 */
export function schemaProblems(
  name: SchemaName,
  value: Typed,
  errors: readonly SchemaError[],
): SchemaProblem[] {
  const problems = errors
    .map(error => schemaProblem(name, value, error))
    .filter(problem => problem !== undefined)
  const seen = new Set<string>()
  return problems.filter(({ pointer, message }) => {
    const key = `${pointer.join('/')}\n${message}`
    return !seen.has(key) && seen.add(key)
  })
}

function schemaProblem(name: SchemaName, root: Typed, error: SchemaError): SchemaProblem | undefined {
  const pointer = pointerOf(error.instancePath, root)
  const value = valueAt(root, pointer)
  const schema = schemaAt(name, pointer)
  switch (error.keyword) {
    case 'required':
      return error.schemaPath.includes('/anyOf/')
        ? undefined
        : missingKey(name, pointer, value, error, schema)
    case 'anyOf':
      return pointer.length === 0 ? noSource() : noName(pointer)
    case 'additionalProperties':
      return unknownKey(name, pointer, value, error, schema)
    case 'propertyNames':
      return badName(pointer, String(error.params.propertyName))
    case 'type':
      return error.schemaPath.includes('/anyOf/') ? undefined : wrongType(name, pointer, value, schema)
    case 'enum':
      return notAllowed(pointer, value, schema)
    case 'pattern':
      return error.schemaPath.includes('/propertyNames/') ? undefined : wrongForm(pointer, value, schema)
    default:
      return outOfBounds(pointer, value, schema)
  }
}

function missingKey(
  name: SchemaName,
  pointer: Pointer,
  value: Typed,
  error: SchemaError,
  schema: Schema,
): SchemaProblem {
  const key = String(error.params.missingProperty)
  const order = Object.keys(schema.properties ?? {})
  const before = order
    .slice(0, order.indexOf(key))
    .findLast(other => isMap(value) && value[other] !== undefined)
  const example = exampleOf(schemaAt(name, [...pointer, key]))
  const place = before === undefined ? 'at the top' : `after \`${before}\``
  const owner = typeof pointer.at(-1) === 'string' ? `\`${pointer.at(-1)}\`` : capital(NAMES[name].item)
  return {
    rule: 'schema/required',
    message: `${owner} needs \`${key}\`, which is missing.`,
    help: `Add it ${place}, for example \`${key}: ${example}\`.`,
    pointer,
    at: 'key',
  }
}

function noSource(): SchemaProblem {
  return {
    rule: 'schema/required',
    message:
      'The card does not say where its source is: it has none of `url`, `doi`, `arxiv`, `isbn`, `pmid`.',
    help: 'Add the one you know, after `id`.',
    pointer: [],
    at: 'key',
  }
}

function noName(pointer: Pointer): SchemaProblem {
  return {
    rule: 'schema/required',
    message: 'This author has no name.',
    help: 'Give `family` and `given`, or `literal` for an organisation.',
    pointer,
    at: 'value',
  }
}

function unknownKey(
  name: SchemaName,
  pointer: Pointer,
  value: Typed,
  error: SchemaError,
  schema: Schema,
): SchemaProblem {
  const key = String(error.params.additionalProperty)
  const known = Object.keys(schema.properties ?? {})
  const isOpen = (other: string) => !isMap(value) || value[other] === undefined
  const synonym = SYNONYMS[key.toLowerCase().replaceAll('-', '_')]
  const meant =
    synonym !== undefined && known.includes(synonym) ? synonym : nearest(key, known.filter(isOpen), 1)[0]
  const owner =
    pointer.length === 0 || typeof pointer.at(-1) === 'number' ? NAMES[name].item : `\`${pointer.at(-1)}\``
  const isCard = name === 'card' && pointer.length === 0
  return {
    rule: 'schema/unknown-key',
    message: `\`${key}\` is not a field of ${owner}.`,
    help:
      meant !== undefined
        ? isOpen(meant)
          ? `Did you mean \`${meant}\`?`
          : `That is \`${meant}\`, which is there already.`
        : isCard
          ? 'Remove it, or declare it under `extra` in cards.config.yaml and move it below `extra:`.'
          : `Its fields are ${known.join(', ')}.`,
    pointer: [...pointer, key],
    at: 'key',
  }
}

function badName(pointer: Pointer, key: string): SchemaProblem {
  return {
    rule: 'schema/value',
    message: `\`${key}\` cannot be a name under \`${pointer.at(-1)}\`.`,
    help: 'Use a letter first, then letters, digits and underscores.',
    pointer: [...pointer, key],
    at: 'key',
  }
}

function wrongType(name: SchemaName, pointer: Pointer, value: Typed, schema: Schema): SchemaProblem {
  const [problem, help] =
    pointer.length === 0
      ? wholeFile(name, value)
      : [mustBe(pointer, formOf(schema), value), typeHelp(pointer, value, schema)]
  return { rule: 'schema/type', message: problem, help, pointer, at: 'value' }
}

function wholeFile(name: SchemaName, value: Typed): [string, string] {
  const { whole } = NAMES[name]
  const message = `The file must hold ${whole}, but holds ${shown(value)}.`
  if (name !== 'card') return [message, `Compare it with \`cards schema ${name}\`.`]
  return Array.isArray(value)
    ? [message, 'Keep one card a file; `cards import` makes cards out of a list of records.']
    : [message, 'A card is `key: value` lines, starting with `id`; keep other files out of the library.']
}

function typeHelp(pointer: Pointer, value: Typed, schema: Schema): string {
  const key = pointer.findLast(step => typeof step === 'string') ?? ''
  if (schema.type === 'array' && typeof value === 'string')
    return `Write each on a line of its own: \`- ${brief(value)}\`.`
  if (Array.isArray(value) && value.length === 1) return `Write the one item without the list.`
  return `Write it like this: \`${key}: ${exampleOf(schema)}\`.`
}

function notAllowed(pointer: Pointer, value: Typed, schema: Schema): SchemaProblem {
  const allowed = schema.enum ?? []
  const near = nearest(String(value), allowed)
  const others = allowed.filter(item => !near.includes(item))
  return {
    rule: 'schema/value',
    message: `${shown(value)} is not a ${fieldName(pointer)} that is known.`,
    help:
      near.length === 0
        ? `Choose one of ${allowed.join(', ')}.`
        : `Did you mean \`${near.join('` or `')}\`? ${others.length === 0 ? '' : `The others are ${others.join(', ')}.`}`.trim(),
    pointer,
    at: 'value',
  }
}

function wrongForm(pointer: Pointer, value: Typed, schema: Schema): SchemaProblem {
  const { title, description } = schema.form ?? schema
  return {
    rule: pointer.length === 1 && pointer[0] === 'id' ? 'id/format' : 'schema/value',
    message: `${shown(value)} does not have the form of ${article(title ?? String(pointer.at(-1)))}.`,
    help: `${firstSentence(description ?? '')} For example \`${exampleOf(schema)}\`.`.trim(),
    pointer,
    at: 'value',
  }
}

function outOfBounds(pointer: Pointer, value: Typed, schema: Schema): SchemaProblem {
  return {
    rule: 'schema/value',
    message: `${fieldName(pointer, true)} must be ${formOf(schema)}, but is ${shown(value)}.`,
    help: firstSentence(schema.description ?? '') || `Write it like \`${exampleOf(schema)}\`.`,
    pointer,
    at: 'value',
  }
}

function mustBe(pointer: Pointer, form: string, value: Typed): string {
  return `${fieldName(pointer, true)} must be ${form}, but is ${shown(value)}.`
}

function fieldName(pointer: Pointer, quoted = false): string {
  const key = pointer.findLast(step => typeof step === 'string') ?? 'value'
  const isItem = typeof pointer.at(-1) === 'number'
  return quoted ? `${isItem ? 'An item of ' : ''}\`${key}\`` : String(key)
}

/** What a schema asks for, in words. */
function formOf({ type, minimum, maximum, title }: Schema): string {
  const bounds =
    minimum !== undefined && maximum !== undefined
      ? ` from ${minimum} to ${maximum}`
      : minimum === undefined
        ? ''
        : ` of ${minimum} or more`
  switch (type) {
    case 'integer':
      return `a whole number${bounds}`
    case 'number':
      return `a number${bounds}`
    case 'boolean':
      return '`true` or `false`'
    case 'array':
      return 'a list'
    case 'object':
      return 'a mapping of keys to values'
    case 'string':
      return 'text'
    default:
      return title === 'Author' ? 'a name, or a mapping of its parts' : 'another kind of value'
  }
}

function shown(value: Typed): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return value === '' ? 'empty' : `\`${brief(String(value))}\``
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

function exampleOf({ examples }: Schema): string {
  const [example] = examples ?? []
  return example === undefined ? '…' : flow(example)
}

/** An example as YAML that fits on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${flow(item)}`)
    .join(', ')} }`
}

function article(title: string): string {
  const name = /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
  return `${/^[aeioAEIO]/.test(name) && !/^one/i.test(name) ? 'an' : 'a'} ${name}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/s.exec(text)?.[0] ?? text
}

function isMap(value: Typed): value is { [key: string]: Typed } {
  return typeof value === 'object' && !Array.isArray(value)
}

/** A JSON Pointer of ajv's as steps: numbers where the value on the way is a list. */
function pointerOf(instancePath: string, root: Typed): Pointer {
  let value: Typed | undefined = root
  return instancePath
    .split('/')
    .slice(1)
    .map(step => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
      const isIndex = Array.isArray(value)
      value = valueAt(value ?? '', [isIndex ? Number(key) : key])
      return isIndex ? Number(key) : key
    })
}

function valueAt(root: Typed, pointer: Pointer): Typed {
  return pointer.reduce<Typed>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)] ?? ''
    return isMap(value) ? (value[String(step)] ?? '') : ''
  }, root)
}
