import { card, config, pages, type SchemaError, type Validator, venues } from './all-errors.generated.cjs'
import type { SchemaName } from './read-by-schema.ts'
import type { Typed } from './typed-value.ts'

const VALIDATORS: Record<SchemaName, Validator> = { card, venues, pages, config }

/**
 * All that is wrong with a value by its schema. These validators are large: what only asks whether a value fits leaves
 * them unloaded (`valueBySchema`).
 */
export function schemaErrors(name: SchemaName, value: Typed): readonly SchemaError[] {
  const validate = VALIDATORS[name]
  return validate(value) ? [] : (validate.errors ?? [])
}
