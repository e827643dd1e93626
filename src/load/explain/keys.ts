import { nearest } from '../../model/nearest.ts'
import type { Pointer } from '../../model/place.ts'
import type { SchemaName } from '../read-by-schema.ts'
import type { SchemaProblem } from '../schema-problem.ts'
import { schemaAt } from '../schemas.ts'
import { isMap } from '../typed-value.ts'
import { synonymOf } from './field-synonyms.ts'
import { FILE_NAMES } from './file-names.ts'
import type { SchemaFault } from './schema-fault.ts'
import { capital, exampleOf, fieldWords, keyOf } from './value-words.ts'

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
  const owner = typeof pointer.at(-1) === 'string' ? `\`${pointer.at(-1)}\`` : capital(FILE_NAMES[name].item)
  return {
    rule: 'schema/required',
    message: `${owner} needs \`${key}\`, which is missing.`,
    help: `Add it ${place}, for example \`${key}: ${example}\`.`,
    pointer,
    at: 'key',
  }
}

/** A key that must be there has no value. */
export function emptyKey({ pointer, schema }: SchemaFault): SchemaProblem {
  const key = pointer.at(-1)
  return {
    rule: 'schema/required',
    message: `\`${key}\` is there, but empty.`,
    help: `Give it a value, such as \`${key}: ${exampleOf(schema)}\`.`,
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

/** One of several keys must be there, and none is. */
export function missingAlternative({ pointer }: SchemaFault): SchemaProblem {
  if (pointer.length === 0) {
    return {
      rule: 'schema/required',
      message:
        'The card does not say where its source is: it has none of `url`, `doi`, `arxiv`, `isbn`, `pmid`.',
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
export function unknownKey({ name, error, pointer, value, schema }: SchemaFault): SchemaProblem {
  const key = String(error.params.additionalProperty)
  const known = Object.keys(schema.properties ?? {})
  const taken = isMap(value) ? known.filter(other => Object.hasOwn(value, other)) : []
  const isCard = name === 'card' && pointer.length === 0
  return {
    rule: 'schema/unknown-key',
    message: `\`${key}\` is not a field of ${ownerOf(name, pointer)}.`,
    help: meantHelp(key, known, taken) ?? (isCard ? EXTRA_HELP : `Its fields are ${known.join(', ')}.`),
    pointer: [...pointer, key],
    at: 'key',
  }
}

function ownerOf(name: SchemaName, pointer: Pointer): string {
  if (pointer.every(step => typeof step === 'number')) return FILE_NAMES[name].item
  return typeof pointer.at(-1) === 'number' ? `an item of \`${keyOf(pointer)}\`` : `\`${keyOf(pointer)}\``
}

const EXTRA_HELP = 'Remove it, or declare it under `extra` in cards.config.yaml and move it below `extra:`.'

function meantHelp(key: string, known: readonly string[], taken: readonly string[]): string | undefined {
  const synonym = synonymOf(key)
  const free = known.filter(other => !taken.includes(other))
  const same = known.find(other => other === key.toLowerCase().replaceAll('-', '_'))
  const meant =
    same ?? (synonym !== undefined && known.includes(synonym) ? synonym : nearest(key, free, 1)[0])
  if (meant === undefined) return undefined
  return taken.includes(meant)
    ? `That is \`${meant}\`, which is there already.`
    : `Did you mean \`${meant}\`?`
}
