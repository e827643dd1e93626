import type { CardFields, KnownFields } from '../../model/card.ts'
import type { Change } from '../change.ts'
import { rawValue } from '../raw-value.ts'
import { urlChanges } from './url-changes.ts'

/** Fields that hold a map of their own: each key of them is filled by itself. */
const MAPS: ReadonlySet<string> = new Set(['forum', 'fetch', 'preview', 'extra', 'credibility'])

/**
 * The changes that give a card what it lacks of some fields. What it has stays, but for the fields that may be
 * overwritten; what would stay the same is no change.
 * @param overwrite names of fields of the card that are replaced, also when they are there
 */
export function fillChanges(
  card: KnownFields,
  offered: Partial<CardFields>,
  overwrite: ReadonlySet<string>,
): Change[] {
  const has = new Map<string, unknown>(Object.entries(card))
  return Object.entries(offered).flatMap(([key, value]) => {
    const old = has.get(key)
    if (value === undefined || key === 'id' || isSame(old, value)) return []
    if (isFilled(old) && !overwrite.has(key)) return MAPS.has(key) ? missingKeys(key, old, value) : []
    if (key === 'url') return urlChanges(card, String(value))
    return [{ kind: 'set', pointer: [key], value: rawValue(value) }]
  })
}

function missingKeys(name: string, old: unknown, value: unknown): Change[] {
  const has = new Map(Object.entries(old as object))
  return Object.entries(value as object).flatMap(([key, item]) =>
    item === undefined || isFilled(has.get(key))
      ? []
      : [{ kind: 'set', pointer: [name, key], value: rawValue(item) }],
  )
}

/** Whether a value says anything: neither an empty text, nor an empty list or map. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === '') return false
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
