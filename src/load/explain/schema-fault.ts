import type { Pointer } from '../../model/place.ts'
import type { SchemaError } from '../all-errors.generated.cjs'
import type { SchemaName } from '../read-by-schema.ts'
import type { Schema } from '../schemas.ts'
import type { Typed } from '../typed-value.ts'

/** A schema error as the validator reports it, with what the words for it need to know. */
export interface SchemaFault {
  readonly name: SchemaName
  readonly error: SchemaError
  /** The whole of the file. */
  readonly root: Typed
  /** The value that does not fit, and where it stands. */
  readonly pointer: Pointer
  readonly value: Typed
  /** What the schema says of that value. */
  readonly schema: Schema
}
