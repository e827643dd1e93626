import { fold } from '../model/fold.ts'

/** A folded text that knows where in its source each of its units came from. */
export interface FoldedText {
  readonly folded: string
  /** The stretch of the source, in UTF-16 units, that a stretch of the folded text came from: whole characters. */
  sourceOf(start: number, end: number): [start: number, end: number]
}

/** Folds a text; its length may change (`ß` is `ss`, a combining accent is nothing). */
export function foldWithOffsets(source: string): FoldedText {
  const folded = fold(source)
  if (/^[\0-\x7f]*$/.test(source)) return { folded, sourceOf: (start, end) => [start, end] }
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of source) {
    const next = at + character.length
    for (let units = fold(character).length; units > 0; units--) {
      starts.push(at)
      ends.push(next)
    }
    // What folds to nothing, such as an accent, belongs to the character before it.
    if (fold(character) === '' && ends.length > 0) ends[ends.length - 1] = next
    at = next
  }
  return {
    folded,
    sourceOf: (start, end) => [starts[start] ?? source.length, ends[end - 1] ?? source.length],
  }
}
