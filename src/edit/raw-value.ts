import { type Raw, setOwn } from '../load/raw.ts'

/** A typed value, as a card's fields have them, as the text of its scalars. What is undefined is left out. */
export function rawValue(value: unknown): Raw {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(rawValue)
  const map: { [key: string]: Raw } = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) setOwn(map, key, rawValue(item))
  return map
}
