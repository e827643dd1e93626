import type { FileKind } from '../load/file-text.ts'
import type { Raw } from '../load/raw.ts'
import { schemaAt } from '../load/schemas.ts'
import type { Pointer } from '../model/place.ts'

/** A value to write, in which numbers and booleans are told from text. */
export type Written = string | number | boolean | Written[] | { [key: string]: Written }

/** A value with the numbers and booleans that the schema has at its place. */
export function withBareValues(kind: FileKind, pointer: Pointer, value: Raw): Written {
  if (typeof value === 'string') return isBarePlace(kind, pointer) ? bare(value) : value
  if (Array.isArray(value)) return value.map((item, i) => withBareValues(kind, [...pointer, i], item))
  const entries = Object.entries(value)
  // Unlike assignment, this makes a key of `__proto__` too.
  return Object.fromEntries(
    entries.map(([key, item]) => [key, withBareValues(kind, [...pointer, key], item)]),
  )
}

/**
 * A number or boolean that was written so; a text that only looks like one is none, nor is one with an exponent, which
 * is a number to YAML 1.2 alone.
 */
export function bare(text: string): Written {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d[\d.]*$/.test(text) && String(Number(text)) === text ? Number(text) : text
}

/** Whether the schema has a number or boolean at a place, which no quotes may hide. */
function isBarePlace(kind: FileKind, pointer: Pointer): boolean {
  if (kind === 'baseline') return false
  const { type } = schemaAt(kind, pointer)
  return type === 'integer' || type === 'number' || type === 'boolean'
}
