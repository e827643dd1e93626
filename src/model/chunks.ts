const CHUNK = 65_536

/** Pieces of text in chunks of a size that is written at once, so that a long output is never in memory whole. */
export function* chunked(pieces: Iterable<string>): Iterable<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length > CHUNK) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

/** Items changed one by one, when they are asked for. */
export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Iterable<U> {
  for (const item of items) yield change(item)
}
