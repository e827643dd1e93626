import { listedWords } from '../../../load/explain/listed-words.ts'
import { types } from '../../../load/forms.generated.cjs'
import type { Raw } from '../../../load/raw.ts'
import { schemaErrors } from '../../../load/schema-errors.ts'
import { schemaAt } from '../../../load/schemas.ts'
import { type Typed, typedValue } from '../../../load/typed-value.ts'
import type { Pointer } from '../../../model/place.ts'
import { pointerText } from '../../../model/pointer.ts'

/** The kinds of files that have a schema here. */
type Kind = 'card' | 'venues' | 'pages'

/**
 * A value as it can stand at a place: itself, as the one item of a list, or its one item; undefined where neither fits
 * the schema.
 */
export function fittingValue(kind: Kind, pointer: Pointer, value: Typed): Raw | undefined {
  const raw = asRaw(value)
  if (fits(kind, pointer, raw)) return raw
  const other = otherForm(kind, pointer, raw)
  return other !== undefined && fits(kind, pointer, other) ? other : undefined
}

function otherForm(kind: Kind, pointer: Pointer, value: Raw): Raw | undefined {
  if (Array.isArray(value)) return value.length === 1 ? value[0] : undefined
  if (schemaAt(kind, pointer).type !== 'array' || value === '') return undefined
  return (typeof value === 'string' ? listedWords(String(pointer.at(-1)), value) : undefined) ?? [value]
}

/** Whether nothing is wrong with a value at a place, whatever stands around it. */
function fits(kind: Kind, pointer: Pointer, value: Raw): boolean {
  const whole = pointer.reduceRight<Raw>(
    (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
    structuredClone(value),
  )
  const path = pointerText(pointer.map(step => (typeof step === 'number' ? 0 : step)))
  const errors = schemaErrors(kind, typedValue(whole, types[kind]))
  return !errors.some(({ instancePath }) => `${instancePath}/`.startsWith(`${path}/`))
}

/** The values of a file's text are texts already. */
function asRaw(value: Typed): Raw {
  return value as Raw
}
