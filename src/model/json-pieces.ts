import { chunked, mapped } from './chunks.ts'
import { jsonText } from './json-text.ts'

/**
 * A JSON array in chunks, one item a line.
 * @param textOf gives the JSON of an item
 */
export function jsonArray<T>(
  items: Iterable<T>,
  textOf: (item: T) => string = item => jsonText(item),
): Iterable<string> {
  return chunked(arrayPieces(items, textOf))
}

function* arrayPieces<T>(items: Iterable<T>, textOf: (item: T) => string): Iterable<string> {
  let separator = '[\n'
  for (const item of items) {
    yield separator + textOf(item)
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

/**
 * JSON values in chunks, one a line (NDJSON).
 * @param textOf gives the JSON of an item
 */
export function jsonLines<T>(
  items: Iterable<T>,
  textOf: (item: T) => string = item => jsonText(item),
): Iterable<string> {
  return chunked(mapped(items, item => `${textOf(item)}\n`))
}
