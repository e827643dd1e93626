import { suggestion } from '../../model/did-you-mean.ts'
import { SOURCE_FIELDS } from '../../model/identifier.ts'
import { closest } from '../../model/nearest.ts'
import type { Pointer } from '../../model/place.ts'
import type { SchemaName } from '../read-by-schema.ts'
import type { SchemaProblem } from '../schema-problem.ts'
import { schemaAt } from '../schemas.ts'
import { isMap } from '../typed-value.ts'
import { squashed, synonymOf } from './field-synonyms.ts'
import { FILE_NAMES } from './file-names.ts'
import type { SchemaFault } from './schema-fault.ts'
import { capital, exampleOf, fieldWords, isAuthor, keyOf } from './value-words.ts'

/** Whether the schema requires the key that a pointer leads to. */
export function isRequired(name: SchemaName, pointer: Pointer): boolean {
  const key = pointer.at(-1)
  return typeof key === 'string' && (schemaAt(name, pointer.slice(0, -1)).required?.includes(key) ?? false)
}

/** A key that must be there is not. */
export function missingKey({ name, error, pointer, value, schema }: SchemaFault): SchemaProblem {
  const key = String(error.params.missingProperty)
  const order = Object.keys(schema.properties ?? {})
  const before = order
    .slice(0, order.indexOf(key))
    .findLast(other => isMap(value) && Object.hasOwn(value, other))
  const example = exampleOf(schemaAt(name, [...pointer, key]))
  const top = typeof pointer.at(-1) === 'string' ? `below \`${pointer.at(-1)}:\`` : 'at the top'
  const place = before === undefined ? top : `after \`${before}\``
  const owner = capital(ownerOf(name, pointer))
  const isStableId = name === 'card' && key === 'id'
  return {
    rule: 'schema/required',
    message: `${owner} needs \`${key}\`, which is missing.`,
    // An example would be copied.
    help: isStableId ? NEW_ID : `Add it ${place}, for example \`${key}: ${example}\`.`,
    pointer,
    missing: key,
    at: 'key',
  }
}

const NEW_ID = 'Add it at the top: ten letters or digits that no other card has ever had.'

/** A key that must be there has no value. */
export function emptyKey({ name, pointer, schema }: SchemaFault): SchemaProblem {
  const key = pointer.at(-1)
  const isStableId = name === 'card' && pointer.length === 1 && key === 'id'
  return {
    rule: 'schema/required',
    message: `\`${key}\` is there, but empty.`,
    help: isStableId
      ? 'Give it ten letters or digits that no other card has ever had.'
      : `Give it a value, such as \`${key}: ${exampleOf(schema)}\`.`,
    pointer,
    at: 'key',
  }
}

/** A dash without a value. */
export function emptyItem({ pointer }: SchemaFault): SchemaProblem {
  return {
    rule: 'schema/value',
    message: `${fieldWords(pointer)} is empty.`,
    help: 'Give it a value, or remove it from the list.',
    pointer,
    at: 'value',
  }
}

/** The keys of a card, and of an author, of which one must be there. */
const SOURCE_KEYS: readonly string[] = SOURCE_FIELDS
const NAME_KEYS: readonly string[] = ['family', 'given', 'literal']

/** One of several keys must be there, and none is. */
export function missingAlternative({ pointer }: SchemaFault): SchemaProblem {
  if (pointer.length === 0) {
    return {
      rule: 'schema/required',
      message: `The card does not say where its source is: it has none of \`${SOURCE_KEYS.join('`, `')}\`.`,
      help: 'Add the one you know, after `id`.',
      pointer,
      at: 'key',
    }
  }
  return {
    rule: 'schema/required',
    message: 'This author has no name.',
    help: 'Give `family` and `given`, or `literal` for an organisation.',
    pointer,
    at: 'value',
  }
}

/** A key that the schema does not name. */
export function unknownKey(fault: SchemaFault): SchemaProblem {
  const { name, error, pointer } = fault
  const key = String(error.params.additionalProperty)
  const { known } = fieldsOf(fault)
  const isCard = name === 'card' && pointer.length === 0
  return {
    rule: 'schema/unknown-key',
    message: `\`${key}\` is not a field of ${ownerOf(name, pointer)}.`,
    help: meantHelp(key, fault, isCard ? EXTRA_HELP : `Its fields are ${known.join(', ')}.`),
    pointer: [...pointer, key],
    at: 'key',
  }
}

function ownerOf(name: SchemaName, pointer: Pointer): string {
  if (pointer.every(step => typeof step === 'number')) return FILE_NAMES[name].item
  if (isAuthor(pointer)) return 'an author'
  return typeof pointer.at(-1) === 'number' ? `an item of \`${keyOf(pointer)}\`` : `\`${keyOf(pointer)}\``
}

const EXTRA_HELP = 'Remove it, or declare it under `extra` in cards.config.yaml and move it below `extra:`.'

function meantHelp(key: string, fault: Pick<SchemaFault, 'value' | 'schema'>, otherwise: string): string {
  const { known, taken } = fieldsOf(fault)
  const meant = meantKeys(key, known, taken)
  const there = meant.find(field => taken.includes(field))
  return there === undefined ? suggestion(meant, otherwise) : `That is \`${there}\`, which is there already.`
}

/** The fields that a mapping may have, and those of them that it has. */
function fieldsOf({ value, schema }: Pick<SchemaFault, 'value' | 'schema'>) {
  const known = Object.keys(schema.properties ?? {})
  return { known, taken: isMap(value) ? known.filter(other => Object.hasOwn(value, other)) : [] }
}

/**
 * The fields that an unknown key may have been meant for: the one that it is another spelling of, or that other tools
 * call so, be it there already or not; else the nearest of those that are not there, of which there may be several.
 */
export function meantKeys(key: string, known: readonly string[], taken: readonly string[]): string[] {
  const certain = known.find(other => squashed(other) === squashed(key)) ?? synonymOf(key, known)
  if (certain !== undefined) return [certain]
  return closest(
    key,
    known.filter(other => !taken.includes(other)),
  )
}

/**
 * Whether a fault is that something is missing which an unknown key beside it was meant for: one mistake, told once.
 * @param faults those of the same file
 */
export function missingUnder(faults: readonly SchemaFault[]): (fault: SchemaFault) => boolean {
  const meant = new Map<string, Set<string>>()
  for (const fault of faults.filter(({ error }) => error.keyword === 'additionalProperties')) {
    const { known, taken } = fieldsOf(fault)
    const [only, ...others] = meantKeys(String(fault.error.params.additionalProperty), known, taken)
    if (only === undefined || others.length > 0 || taken.includes(only)) continue
    const { instancePath } = fault.error
    meant.set(instancePath, (meant.get(instancePath) ?? new Set()).add(only))
  }
  return ({ error: { keyword, instancePath, params }, pointer }) => {
    const keys = meant.get(instancePath)
    if (keys === undefined) return false
    if (keyword === 'required') return keys.has(String(params.missingProperty))
    return keyword === 'anyOf' && (pointer.length === 0 ? SOURCE_KEYS : NAME_KEYS).some(key => keys.has(key))
  }
}
