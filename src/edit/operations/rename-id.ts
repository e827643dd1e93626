import type { Card } from '../../model/card.ts'
import { fileStem } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { foldId, isStableId, readsAsNumber } from '../../model/stable-id.ts'
import { cardPath } from '../card-path.ts'
import type { Change } from '../change.ts'

/** What else a library has, as far as it matters to an ID. */
export interface OtherCards {
  /** All cards but the one that gets another ID; retired ones included. */
  readonly cards: readonly Card[]
  /** Files that cannot be read: each may hold the card that its name says. */
  readonly unread: readonly string[]
}

/**
 * Refuses an ID that a card cannot take.
 * @param card as it is now, under its old ID
 * @throws CardsError `no`
 */
export function requireFreeId(card: Card, id: string, { cards, unread }: OtherCards): void {
  if (!isStableId(id))
    throw new CardsError('no', `\`${id}\` is no stable ID.`, 'An ID is ten letters or digits: A-Z, a-z, 0-9.')
  if (readsAsNumber(id))
    throw new CardsError(
      'no',
      `\`${id}\` will not do as an ID: YAML readers take it for a number.`,
      'Put other letters into it.',
    )
  const folded = id.toLowerCase()
  if (card.id.toLowerCase() === folded)
    throw new CardsError(
      'no',
      `\`${id}\` and ${card.id} are the same ID to the library, which tells none apart by case.`,
      'Choose another.',
    )
  const holder = cards.find(other =>
    [other.id, ...(other.fields.aliases ?? [])].some(name => name.toLowerCase() === folded),
  )
  const path = holder?.path ?? unread.find(other => fileStem(other).toLowerCase() === folded)
  if (path !== undefined)
    throw new CardsError(
      'no',
      `The ID \`${id}\` is taken: by ${path}.`,
      'Choose another; IDs are never used again.',
    )
}

/**
 * The changes of the other fields of a card that gets another ID: the old one stays an alias.
 * @param card as it is now, under its old ID
 * @param aliases those that its file is to have otherwise
 */
export function aliasChanges(card: Card, id: string, aliases: readonly string[] = []): Change[] {
  const own = aliases.flatMap((alias, place): Change[] =>
    foldId(alias) === foldId(id) ? [{ kind: 'unset', pointer: ['aliases', place] }] : [],
  )
  const isKept = aliases.some(alias => foldId(alias) === foldId(card.id))
  return isKept ? own : [...own, { kind: 'append', pointer: ['aliases'], value: card.id }]
}

/** Where a card's file goes with its new ID: one that is not named after the old ID stays. */
export function renamedPath({ id, path }: Card, newId: string): string {
  if (fileStem(path) !== id) return path
  const sharded = cardPath(id, 'sharded')
  if (path === sharded || path.endsWith(`/${sharded}`))
    return path.slice(0, -sharded.length) + cardPath(newId, 'sharded')
  const at = path.lastIndexOf('/') + 1
  return path.slice(0, at) + newId + path.slice(at + id.length)
}

/** The retired cards that name a card as their replacement, by its ID. */
export function replacedBy({ id }: Card, cards: readonly Card[]): Card[] {
  return cards.filter(
    ({ fields: { retired } }) =>
      retired?.replaced_by !== undefined && foldId(retired.replaced_by) === foldId(id),
  )
}
