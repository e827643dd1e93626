import { type Retirement, retiredPath, retireFile } from '../edit/operations/retire.ts'
import type { Card } from '../model/card.ts'
import { CardsError } from '../model/errors.ts'
import type { FileChange } from '../model/file-change.ts'
import type { Library } from '../model/library.ts'
import { foldPath, sourceOf, unchangeable } from './source-of.ts'

/** A file that goes to another place. */
export type Move = FileChange & { kind: 'move' }

/**
 * The move that retires a card.
 * @param paths of the library's files, as `pathsByFold` gives them
 * @throws CardsError `no` when another card has the place, or the file cannot be changed
 */
export async function retireChange(
  card: Card,
  retirement: Retirement,
  library: Library,
  paths: ReadonlyMap<string, string>,
): Promise<Move> {
  const taken = paths.get(foldPath(retiredPath(card.path)))
  const there = taken === undefined ? undefined : await sourceOf(library, taken)
  const change = retireFile(await sourceOf(library, card.path), retirement, there)
  if (change === undefined) throw unchangeable(card, library)
  if (there !== undefined && change.content !== there.bytes)
    throw new CardsError(
      'no',
      `${library.location(card.path)} cannot go to ${library.location(there.path)}: another card is there.`,
      'Give one of the two files another name. Nothing was written.',
    )
  return change
}
