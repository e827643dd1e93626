import { fitValue } from './fit-value.ts'
import { forms } from './forms.generated.cjs'
import { impossibleDates } from './impossible-dates.ts'
import type { Raw } from './raw.ts'
import type { Typed } from './typed-value.ts'
import { readFast } from './yaml-fast.ts'
import { readPlain } from './yaml-plain.ts'

export type SchemaName = 'card' | 'venues' | 'pages' | 'config'

/**
 * The fast way to read a file's text: for good files without oddities.
 * @returns the value, which fits its schema; undefined when the file needs a closer look
 */
export function readBySchema(name: SchemaName, text: string): Typed | undefined {
  const raw = readQuickly(text)
  return raw === undefined ? undefined : valueBySchema(name, raw)
}

/** A text's value as one of the fast readers gives it; undefined when it needs a closer look. */
export function readQuickly(text: string): Raw | undefined {
  return readPlain(text) ?? readFast(text)
}

/** A raw value with the types of its schema; undefined when it does not fit. */
export function valueBySchema(name: SchemaName, raw: Raw): Typed | undefined {
  const value = fitValue(raw, forms[name])
  if (value === undefined) return undefined
  return name === 'card' && impossibleDates(value).length > 0 ? undefined : value
}
