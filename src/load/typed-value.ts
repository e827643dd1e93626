import type { MapType, ValueType } from './forms.generated.cjs'
import { type Raw, setOwn } from './raw.ts'

/** A value whose scalars have the types that their schema names. */
export type Typed = string | number | boolean | Typed[] | TypedMap

export interface TypedMap {
  [key: string]: Typed
}

/** Whether a value is a mapping of keys to values. */
export function isMap(value: Typed | undefined): value is TypedMap {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Whether nothing is said: an empty text, list or mapping. */
export function isEmpty(value: Typed): boolean {
  if (typeof value === 'object') return (Array.isArray(value) ? value : Object.keys(value)).length === 0
  return value === ''
}

/**
 * Gives scalars the type that the schema names: the text `3` is a number only where a number is asked for. Text
 * that is none stays text, for the schema to refuse. Keys without a value are dropped where the schema names them
 * and does not require them: they say nothing. All others stay, for the schema to refuse as well.
 * Leaves the raw value as it is: what stays the same is shared, which is all of it but for a few scalars.
 */
export function typedValue(raw: Raw, type: ValueType | undefined): Typed {
  if (typeof raw === 'string') return typeof type === 'string' ? typedLeaf(raw, type) : raw
  return Array.isArray(raw) ? typedList(raw, type) : typedMap(raw, type)
}

function typedList(list: Raw[], type: ValueType | undefined): Typed[] {
  const itemType = typeof type === 'object' && 'items' in type ? type.items : undefined
  let result: Typed[] = list
  for (const [i, item] of list.entries()) {
    const typed = typedValue(item, itemType)
    if (typed === item) continue
    if (result === list) result = [...list]
    result[i] = typed
  }
  return result
}

function typedMap(map: { [key: string]: Raw }, type: ValueType | undefined): TypedMap {
  const table = typeof type === 'object' && 'keys' in type ? type : undefined
  let result: TypedMap = map
  for (const key of Object.keys(map)) {
    const value = map[key] ?? ''
    // Most values: for these, the rest would be a waste of time.
    if (typeof value === 'string' && value !== '' && table?.keys[key] === 'string') continue
    const isNamed = table !== undefined && Object.hasOwn(table.keys, key)
    const typed = typedValue(value, isNamed ? table.keys[key] : table?.others)
    const isDropped = isNamed && isEmpty(typed) && !isRequired(table, key)
    if (!isDropped && typed === value) continue
    if (result === map) result = { ...map }
    if (isDropped) delete result[key]
    else setOwn(result, key, typed)
  }
  return result
}

function isRequired({ required }: MapType, key: string): boolean {
  return required?.includes(key) ?? false
}

/** What a text says as a value of a type; the text itself when that is nothing. */
export function typedLeaf(
  text: string,
  type: 'string' | 'integer' | 'number' | 'boolean',
): string | number | boolean {
  switch (type) {
    case 'string':
      return text
    case 'integer':
      return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : text
    case 'number':
      return /^[-+]?(\d{1,15}(\.\d*)?|\.\d+)([eE][-+]?\d{1,2})?$/.test(text) ? Number(text) : text
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text
  }
}
