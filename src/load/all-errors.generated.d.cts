// The shape of all-errors.generated.cjs, which `npm run generate` makes out of schemas/.
export type { SchemaError, Validator, ValueType } from './validators.generated.cjs'
export { card, config, pages, types, venues } from './validators.generated.cjs'
