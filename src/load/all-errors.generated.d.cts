// The shape of all-errors.generated.cjs, which `npm run generate` makes out of schemas/.

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

export const card: Validator
export const venues: Validator
export const pages: Validator
export const config: Validator
