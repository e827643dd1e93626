import type { Change } from '../../../edit/change.ts'
import type { Raw } from '../../../load/raw.ts'
import type { Author } from '../../../model/card.ts'

/** The changes that put other authors, or none, in the place of one in a card's list. */
export function replaceAuthor(authors: readonly Author[], index: number, names: readonly string[]): Change[] {
  const pointer = ['authors', index]
  const [first] = names
  if (first === undefined) return [{ kind: 'unset', pointer }]
  if (names.length === 1) return [{ kind: 'set', pointer, value: first }]
  // Nothing can be put between two items, so those that follow move down.
  const shifted: Raw[] = [...names, ...authors.slice(index + 1).map(rawAuthor)]
  return shifted.map((value, i) =>
    index + i < authors.length
      ? { kind: 'set', pointer: ['authors', index + i], value }
      : { kind: 'append', pointer: ['authors'], value },
  )
}

function rawAuthor(author: Author): Raw {
  return typeof author === 'string' ? author : { ...author }
}
