import type { Card } from '../model/card.ts'
import { DERIVED_FIELDS, JSON_FIELDS } from '../model/card-json.ts'
import type { CardKey, QueryContext } from './field-kinds.ts'
import { fieldKey, fieldNames, findField, type QueryConfig } from './find-field.ts'

/** What `has:` and `no:` ask of a card. */
export interface Presence {
  readonly name: string
  /** All that `isIn` looks at of what a card's file says. */
  readonly drawsOn: readonly CardKey[]
  isIn(card: Card, context: QueryContext): boolean
}

const STORED: ReadonlyMap<string, Presence> = new Map(
  JSON_FIELDS.filter(name => !DERIVED_FIELDS.includes(name)).map(name => {
    const key = name as CardKey
    return [
      fieldKey(key),
      { name: fieldKey(key), drawsOn: [key], isIn: ({ fields }) => !isEmpty(fields[key]) },
    ]
  }),
)

/**
 * What `has:name` asks. A field of the card schema is what the card itself says, so `no:venue` and `no:credibility`
 * find what is left to fill in; any other name is a field of the query language: `has:rating` is the effective one.
 */
export function findPresence(name: string, config: QueryConfig): Presence | undefined {
  const stored = STORED.get(fieldKey(name))
  if (stored) return stored
  const field = findField(name, config)
  if (!field) return undefined
  const { drawsOn } = field
  return { name: fieldKey(name), drawsOn, isIn: (card, context) => field.valuesOf(card, context).length > 0 }
}

/** All names that `has:` and `no:` take. */
export function presenceNames(config: QueryConfig): string[] {
  return [...new Set([...STORED.keys(), ...fieldNames(config)])]
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0
  return value === undefined || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
}
