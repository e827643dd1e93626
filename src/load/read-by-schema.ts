import { type Typed, typedValue } from './typed-value.ts'
import { card, config, pages, types, type Validator, venues } from './validators.generated.cjs'
import { readFast } from './yaml-fast.ts'
import { readPlain } from './yaml-plain.ts'

export type SchemaName = 'card' | 'venues' | 'pages' | 'config'

const validators: Record<SchemaName, Validator> = { card, venues, pages, config }

/**
 * The fast way to read a file's text: for good files without oddities.
 * @returns the value, which fits its schema; undefined when the file needs a closer look
 */
export function readBySchema(name: SchemaName, text: string): Typed | undefined {
  const raw = readPlain(text) ?? readFast(text)
  if (raw === undefined) return undefined
  const value = typedValue(raw, types[name])
  return validators[name](value) ? value : undefined
}
