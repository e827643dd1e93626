import { parseUrl } from '../model/canonical-url.ts'
import { parseDate } from '../model/date.ts'
import { nearest } from '../model/nearest.ts'
import type { Pointer } from '../model/place.ts'
import type { ExtraField } from '../model/schema-types.generated.ts'
import type { Typed } from './typed-value.ts'

/** The fields that a library declares for itself, by name. */
export type ExtraFields = Readonly<Record<string, ExtraField>>

/** What is wrong with one of a card's own fields. */
export interface ExtraProblem {
  readonly rule: 'schema/unknown-key' | 'schema/required' | 'schema/type' | 'schema/value'
  readonly pointer: Pointer
  readonly message: string
  readonly help: string
}

/**
 * Checks a card's `extra` against the library's declarations and gives its values their types, in place.
 * No validator is compiled for it: nothing of a library's config ever becomes code.
 */
export function checkExtra(extra: Record<string, Typed> | undefined, declared: ExtraFields): ExtraProblem[] {
  const missing = Object.entries(declared)
    .filter(([name, field]) => field.required === true && extra?.[name] === undefined)
    .map(([name]) => missingField(name))
  const present = Object.keys(extra ?? {}).flatMap(name => {
    const value = extra?.[name]
    const field = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (extra === undefined || value === undefined) return []
    if (!field) return [unknownField(name, Object.keys(declared))]
    const typed = typedAs(value, field.type)
    if (typed === undefined) return [wrongType(name, value, field)]
    extra[name] = typed
    return disallowedValues(name, typed, field)
  })
  return [...missing, ...present]
}

function typedAs(value: Typed, type: ExtraField['type']): Typed | undefined {
  if (type === 'list')
    return Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined
  if (typeof value !== 'string') return undefined
  switch (type) {
    case 'integer':
      return /^[-+]?\d{1,15}$/.test(value) ? Number(value) : undefined
    case 'number':
      return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : undefined
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

function missingField(name: string): ExtraProblem {
  return {
    rule: 'schema/required',
    pointer: ['extra'],
    message: `\`extra.${name}\` is missing, which this library requires.`,
    help: `Add it below \`extra:\`, or make it optional in cards.config.yaml.`,
  }
}

function unknownField(name: string, declared: string[]): ExtraProblem {
  const [near] = nearest(name, declared)
  const known = declared.length === 0 ? 'no extra fields' : `these extra fields: ${declared.join(', ')}`
  return {
    rule: 'schema/unknown-key',
    pointer: ['extra', name],
    message: `\`${name}\` is not an extra field of this library.`,
    help: near === undefined ? `cards.config.yaml declares ${known}.` : `Did you mean \`${near}\`?`,
  }
}

function wrongType(name: string, value: Typed, field: ExtraField): ExtraProblem {
  const shown = typeof value === 'string' ? `\`${value}\`` : Array.isArray(value) ? 'a list' : 'a mapping'
  return {
    rule: 'schema/type',
    pointer: ['extra', name],
    message: `\`extra.${name}\` must be ${FORMS[field.type]}, but is ${shown}.`,
    help: 'Correct the value, or the type that cards.config.yaml declares.',
  }
}

function disallowedValues(name: string, value: Typed, { values }: ExtraField): ExtraProblem[] {
  if (!values) return []
  const isList = Array.isArray(value)
  return (isList ? value : [value]).flatMap((item, i) => {
    if (values.includes(String(item))) return []
    const [near] = nearest(String(item), values)
    const pointer = isList ? ['extra', name, i] : ['extra', name]
    return {
      rule: 'schema/value' as const,
      pointer,
      message: `\`${String(item)}\` is not a value that \`extra.${name}\` may have.`,
      help: `${near === undefined ? '' : `Did you mean \`${near}\`? `}Allowed: ${values.join(', ')}.`,
    }
  })
}
