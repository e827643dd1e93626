// The shape of validators.generated.cjs, which `npm run generate` makes out of schemas/.

/** What is wrong with one value, as ajv reports it. */
export interface SchemaError {
  /** JSON Pointer of the value. */
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
}

/** Whether a value fits its schema; if not, `errors` says why until the next call. */
export interface Validator {
  (value: unknown): boolean
  errors?: SchemaError[] | null
}

/** Of what type a value is: the type of a scalar, or what a list or mapping holds. */
export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | ListType | MapType

export interface ListType {
  items: ValueType
}

export interface MapType {
  /** The type of the value of each key that the schema names. */
  keys: { [key: string]: ValueType }
  /** Which of them must be there. */
  required?: string[]
  /** The type under any other key; without it, no other key may be there. */
  others?: ValueType
}

export const card: Validator
export const venues: Validator
export const pages: Validator
export const config: Validator
export const types: { card: ValueType; venues: ValueType; pages: ValueType; config: ValueType }
