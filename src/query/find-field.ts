import type { ConfigFile, ExtraField } from '../model/schema-types.generated.ts'
import type { Field, TextField } from './field-kinds.ts'
import { FIELDS } from './fields.ts'

/** What of the config a query draws on: saved filters, and the library's own fields. */
export type QueryConfig = Pick<ConfigFile, 'filters' | 'extra'>

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap(field => [field.name, ...field.aliases].map(name => [name, field] as const)),
)

/** The spelling by which names of fields are compared: `Cited_By` is `cited-by`. */
export function fieldKey(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}

/** The field of a name or alias, or the library's own of that name, or `extra.` and that name. */
export function findField(name: string, config: QueryConfig): Field | undefined {
  const key = fieldKey(name)
  const known = BY_NAME.get(key)
  if (known) return known
  const own = key.replace(/^extra\./, '')
  const found = Object.entries(config.extra ?? {}).find(([declared]) => fieldKey(declared) === own)
  return found && extraField(...found)
}

/** All names that `findField` knows, for suggestions and completion. */
export function fieldNames(config: QueryConfig): string[] {
  const own = Object.keys(config.extra ?? {})
  return [...BY_NAME.keys(), ...own, ...own.map(name => `extra.${name}`)]
}

/** The field that a library declares under `extra`. */
export function extraField(name: string, declared: ExtraField): Field {
  const row = {
    name: `extra.${name}`,
    aliases: [name],
    description: declared.description ?? name,
    example: `extra.${name}:…`,
    drawsOn: ['extra'] as const,
    // A number is compared as text.
    isDerived: true,
  }
  const texts: TextField['valuesOf'] = ({ fields }) => {
    const value = fields.extra && Object.hasOwn(fields.extra, name) ? fields.extra[name] : undefined
    return value === undefined ? [] : Array.isArray(value) ? value : [String(value)]
  }
  if (declared.type === 'integer' || declared.type === 'number') {
    return { ...row, kind: 'number', valuesOf: (card, context) => texts(card, context).map(Number) }
  }
  if (declared.type === 'date') return { ...row, kind: 'date', valuesOf: texts }
  if (declared.type === 'boolean')
    return { ...row, kind: 'choice', choices: ['true', 'false'], valuesOf: texts }
  if (declared.values) return { ...row, kind: 'choice', choices: declared.values, valuesOf: texts }
  return { ...row, kind: OTHER_KINDS[declared.type], valuesOf: texts }
}

const OTHER_KINDS = { string: 'text', url: 'url', list: 'whole' } as const
