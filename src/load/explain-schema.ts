import { pointerSteps } from '../model/pointer.ts'
import type { SchemaError } from './all-errors.generated.cjs'
import {
  emptyItem,
  emptyKey,
  isRequired,
  missingAlternative,
  missingKey,
  missingUnder,
  unknownKey,
} from './explain/keys.ts'
import type { SchemaFault } from './explain/schema-fault.ts'
import { badName, notAllowed, outOfBounds, wrongForm, wrongType } from './explain/values.ts'
import type { SchemaName } from './read-by-schema.ts'
import type { SchemaProblem } from './schema-problem.ts'
import { schemaAt } from './schemas.ts'
import { isEmpty, type Typed } from './typed-value.ts'
import { valueAt } from './value-pointer.ts'

/** How each keyword of a schema is explained; any other sets bounds. */
const WORDINGS: ReadonlyMap<string, (fault: SchemaFault) => SchemaProblem> = new Map([
  ['required', missingKey],
  ['anyOf', missingAlternative],
  ['additionalProperties', unknownKey],
  ['propertyNames', badName],
  ['type', wrongType],
  ['enum', notAllowed],
  ['pattern', wrongForm],
])

/**
 * Words the errors of one value, each once: alternatives that were not meant are silent, and what follows from an
 * error already told is not told again.
 */
export function explainSchema(
  name: SchemaName,
  value: Typed,
  errors: readonly SchemaError[],
): SchemaProblem[] {
  const seen = new Set<string>()
  const faults = errors
    .filter(({ schemaPath }) => !/\/(?:anyOf|propertyNames)\//.test(schemaPath))
    .map(error => faultOf(name, value, error))
  const isUnder = missingUnder(faults)
  return faults
    .filter(fault => !isUnder(fault))
    .map(explainFault)
    .filter(({ pointer, message }) => {
      const key = `${pointer.join('/')}\n${message}`
      return !seen.has(key) && seen.add(key)
    })
}

function faultOf(name: SchemaName, root: Typed, error: SchemaError): SchemaFault {
  const pointer = pointerSteps(error.instancePath, root)
  const value = valueAt(root, pointer) ?? ''
  return { name, error, root, pointer, value, schema: schemaAt(name, pointer) }
}

function explainFault(fault: SchemaFault): SchemaProblem {
  const { name, error, pointer, value } = fault
  // In this order, as of a mapping with very many keys it takes long to say whether it is empty.
  if (isRequired(name, pointer) && isEmpty(value)) return emptyKey(fault)
  if (value === '' && typeof pointer.at(-1) === 'number') return emptyItem(fault)
  return (WORDINGS.get(error.keyword) ?? outOfBounds)(fault)
}
