import { parseUrl } from '../model/canonical-url.ts'
import { parseDate } from '../model/date.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import type { Pointer } from '../model/place.ts'
import type { ExtraField } from '../model/schema-types.generated.ts'
import type { SchemaProblem } from './schema-problem.ts'
import { isEmpty, type Typed, type TypedMap } from './typed-value.ts'

/** The fields that a library declares for itself, by name. */
export type ExtraFields = Readonly<Record<string, ExtraField>>

/** A card's own fields after the check. */
export interface CheckedExtra {
  /** What is right of it, with the types that are declared; keys without a value are dropped. */
  readonly values: TypedMap
  readonly problems: readonly SchemaProblem[]
}

/**
 * Checks a card's `extra` against the library's declarations and gives its values their types.
 * No validator is compiled for it: nothing of a library's config ever becomes code.
 * @param extra as it stands in the card, every scalar a text; undefined for a card without it
 */
export function checkExtra(extra: TypedMap | undefined, declared: ExtraFields): CheckedExtra {
  const values: TypedMap = {}
  const problems: SchemaProblem[] = []
  for (const [name, { required }] of Object.entries(declared)) {
    if (required !== true) continue
    if (extra === undefined || !Object.hasOwn(extra, name)) problems.push(missingField(name, extra))
    else if (isEmpty(extra[name] ?? '')) problems.push(emptyField(name))
  }
  for (const [name, value] of Object.entries(extra ?? {})) {
    const field = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (field === undefined) problems.push(unknownField(name, Object.keys(declared)))
    else if (!isEmpty(value)) {
      const checked = checkField(name, value, field)
      problems.push(...checked.problems)
      if (checked.value !== undefined) values[name] = checked.value
    }
  }
  return { values, problems }
}

interface CheckedField {
  /** What is right of it. */
  readonly value?: Typed
  readonly problems: readonly SchemaProblem[]
}

function checkField(name: string, value: Typed, field: ExtraField): CheckedField {
  const typed = typedAs(value, field.type)
  if (typed === undefined) return { problems: [wrongType(name, value, field)] }
  const { values } = field
  if (values === undefined) return { value: typed, problems: [] }
  const isAllowed = (item: Typed) => values.includes(String(item))
  if (!Array.isArray(typed)) {
    if (isAllowed(typed)) return { value: typed, problems: [] }
    return { problems: [disallowed(name, typed, values, ['extra', name])] }
  }
  const problems = typed.flatMap((item, i) =>
    isAllowed(item) ? [] : [disallowed(name, item, values, ['extra', name, i])],
  )
  return { value: typed.filter(isAllowed), problems }
}

function typedAs(value: Typed, type: ExtraField['type']): Typed | undefined {
  if (type === 'list')
    return Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined
  if (typeof value !== 'string') return undefined
  switch (type) {
    case 'integer':
      return /^[-+]?\d{1,15}$/.test(value) ? Number(value) : undefined
    case 'number':
      return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,2})?$/.test(value) ? Number(value) : undefined
    case 'boolean':
      return /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : undefined
    case 'date':
      return parseDate(value) && value
    case 'url':
      return parseUrl(value) && value
    case 'string':
      return value
  }
}

const FORMS: Record<ExtraField['type'], string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  date: 'a date such as 2026-02-06, 2026-02 or 2026',
  url: 'an http or https URL',
  list: 'a list of texts',
}

function missingField(name: string, extra: TypedMap | undefined): SchemaProblem {
  return {
    rule: 'schema/required',
    message: `\`extra.${name}\` is missing, which this library requires.`,
    help: `Add it below \`extra:\`, or make it optional in cards.config.yaml.`,
    pointer: extra === undefined ? [] : ['extra'],
    missing: `extra.${name}`,
    at: 'key',
  }
}

function emptyField(name: string): SchemaProblem {
  return {
    rule: 'schema/required',
    message: `\`extra.${name}\` is there, but empty.`,
    help: 'Give it a value, or make it optional in cards.config.yaml.',
    pointer: ['extra', name],
    at: 'key',
  }
}

function unknownField(name: string, declared: string[]): SchemaProblem {
  const known = declared.length === 0 ? 'no extra fields' : `these extra fields: ${declared.join(', ')}`
  return {
    rule: 'schema/unknown-key',
    message: `\`${name}\` is not an extra field of this library.`,
    help: didYouMean(name, declared, `Remove it, or declare it: cards.config.yaml declares ${known}.`),
    pointer: ['extra', name],
    at: 'key',
  }
}

function wrongType(name: string, value: Typed, field: ExtraField): SchemaProblem {
  const shown = typeof value === 'string' ? `\`${value}\`` : Array.isArray(value) ? 'a list' : 'a mapping'
  return {
    rule: 'schema/type',
    message: `\`extra.${name}\` must be ${FORMS[field.type]}, but is ${shown}.`,
    help: 'Correct the value, or the type that cards.config.yaml declares.',
    pointer: ['extra', name],
    at: 'value',
  }
}

function disallowed(name: string, value: Typed, allowed: readonly string[], pointer: Pointer): SchemaProblem {
  return {
    rule: 'schema/value',
    message: `\`${String(value)}\` is not a value that \`extra.${name}\` may have.`,
    help: `${didYouMean(String(value), allowed, '')} Allowed: ${allowed.join(', ')}.`.trimStart(),
    pointer,
    at: 'value',
  }
}
