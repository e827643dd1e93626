import type { Change } from '../../../edit/change.ts'

/**
 * The changes that put other authors, or none, in the place of one in a card's list. They name no other author of the
 * list, so that what is wrong with its neighbours can be mended at the same time.
 */
export function changeAuthor(index: number, names: readonly string[]): Change[] {
  const pointer = ['authors', index]
  const last = names.at(-1)
  if (last === undefined) return [{ kind: 'unset', pointer }]
  const others = names.slice(0, -1)
  return [
    ...others.map((value): Change => ({ kind: 'insert', pointer, value })),
    { kind: 'set', pointer, value: last },
  ]
}
