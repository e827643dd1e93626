import type { Raw } from '../load/raw.ts'
import type { FileKind } from '../load/source-text.ts'
import type { Pointer } from '../model/place.ts'

/** A value to write, in which numbers and booleans are told from text. */
export type Written = string | number | boolean | Written[] | { [key: string]: Written }

/** The values of each kind of file that the schema makes numbers or booleans, which no quotes may hide. */
export const BARE: Partial<Record<FileKind, ReadonlySet<string>>> = {
  card: new Set([
    'credibility.rating',
    'forum.karma',
    'forum.comments',
    'forum.answers',
    'fetch.http_status',
    'preview.truncated',
    'preview.size_kb',
  ]),
  venues: new Set(['credibility', 'peer_reviewed']),
  pages: new Set(['quality']),
}

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

/** A number or boolean that was written so; a text that only looks like one is none. */
export function bare(text: string): Written {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text
}

function isBarePlace(kind: FileKind, pointer: Pointer): boolean {
  const names = kind === 'card' ? pointer : pointer.slice(1)
  return BARE[kind]?.has(names.join('.')) === true
}
