import { chunked, mapped } from './chunks.ts'
import { jsonText } from './json-text.ts'

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
