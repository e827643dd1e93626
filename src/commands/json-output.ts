import { JSON_FIELDS, type JsonField } from '../model/card-json.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { jsonText } from '../model/json-text.ts'
import { chunked, mapped } from './chunks.ts'

/** A JSON array in chunks, one item a line. */
export function jsonArray(items: Iterable<unknown>): Iterable<string> {
  return chunked(arrayPieces(items))
}

function* arrayPieces(items: Iterable<unknown>): Iterable<string> {
  let separator = '[\n'
  for (const item of items) {
    yield separator + jsonText(item)
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

/** JSON values in chunks, one a line (NDJSON). */
export function jsonLines(items: Iterable<unknown>): Iterable<string> {
  return chunked(mapped(items, item => `${jsonText(item)}\n`))
}

/**
 * The fields that `--fields` names, in its order; undefined when it is not given.
 * @throws CardsError `usage` for a field that cards do not have
 */
export function chosenFields(names: readonly string[]): readonly JsonField[] | undefined {
  if (names.length === 0) return undefined
  return names.map(name => {
    const field = JSON_FIELDS.find(known => known === name.replaceAll('-', '_'))
    if (field !== undefined) return field
    const some = `Among the fields are ${JSON_FIELDS.slice(0, 8).join(', ')}; \`cards schema output-card\` has all.`
    const hint = didYouMean(name, JSON_FIELDS, some)
    throw new CardsError('usage', `Cards have no field \`${name}\`.`, hint)
  })
}
