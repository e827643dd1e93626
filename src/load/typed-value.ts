import { type Raw, setOwn } from './raw.ts'
import type { LeafTypes } from './validators.generated.cjs'

/** A value whose scalars have the types that their schema names. */
export type Typed = string | number | boolean | Typed[] | { [key: string]: Typed }

/**
 * Gives scalars the type that the schema names: the text `3` is a number only where a number is asked for. Text
 * that is none stays text, for the schema to refuse. Keys without a value are dropped: they say nothing.
 * Works in place, as every scalar but a few stays as it is.
 */
export function typedValue(raw: Raw, types: LeafTypes | undefined): Typed {
  if (typeof raw === 'string') return typeof types === 'string' ? typedLeaf(raw, types) : raw
  return Array.isArray(raw) ? typedList(raw, types) : typedMap(raw, types)
}

function typedList(list: Raw[], types: LeafTypes | undefined): Typed[] {
  const itemTypes = Array.isArray(types) ? types[0] : undefined
  return list.map(item => typedValue(item, itemTypes))
}

function typedMap(map: { [key: string]: Raw }, types: LeafTypes | undefined): Typed {
  const table = typeof types === 'object' && !Array.isArray(types) ? types : undefined
  for (const key of Object.keys(map)) {
    const value = map[key]
    if (value === undefined || isEmpty(value)) delete map[key]
    else if (typeof value === 'object' || table?.[key] !== undefined)
      setOwn(map, key, typedValue(value, table?.[key] ?? table?.['*']) as Raw)
  }
  return map
}

function isEmpty(value: Raw): boolean {
  if (typeof value === 'string') return value === ''
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0
}

function typedLeaf(text: string, type: 'integer' | 'number' | 'boolean'): string | number | boolean {
  switch (type) {
    case 'integer':
      return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : text
    case 'number':
      return /^[-+]?(\d{1,15}(\.\d*)?|\.\d+)([eE][-+]?\d{1,2})?$/.test(text) ? Number(text) : text
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text
  }
}
