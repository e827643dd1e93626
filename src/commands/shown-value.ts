import type { Raw } from '../load/raw.ts'

/** A value on one line. */
export function shownValue(value: Raw): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(shownValue).join('; ')
  if (Object.hasOwn(value, 'literal') || Object.hasOwn(value, 'family')) {
    const { given = '', particle = '', family = '', suffix = '', literal = '' } = value
    return [given, particle, family, suffix, literal].filter(part => part !== '').join(' ')
  }
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${shownValue(item)}`)
    .join(', ')
}
