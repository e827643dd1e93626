import { posix } from 'node:path'
import type { Raw } from '../../load/raw.ts'
import { valueAt } from '../../load/value-pointer.ts'
import { brief } from '../../model/brief.ts'
import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import { isBelow } from '../../model/is-below.ts'
import type { Library } from '../../model/library.ts'
import { neutralLine } from '../../model/neutral.ts'
import { foldId, isStableId } from '../../model/stable-id.ts'
import { aliasesIn, otherCards } from './rename.ts'

/** What an edit makes of a card. */
interface Edited {
  /** Its aliases before. */
  readonly before: readonly string[]
  /** What its file is to say. */
  readonly after: Raw
  readonly newId: string
}

/**
 * Refuses that a card loses a former ID: it could then be given to another card. One that leads to another card, too,
 * may go.
 * @throws CardsError `no`
 */
export async function requireFormerIds(
  library: Library,
  card: Card,
  { before, after, newId }: Edited,
): Promise<void> {
  const kept = new Set([newId, ...aliasesIn(after)].map(foldId))
  const lost = before.filter(alias => isStableId(alias) && !kept.has(foldId(alias)))
  if (lost.length === 0) return
  const others = await otherCards(library, card)
  const taken = new Set(others.flatMap(({ id, fields }) => [id, ...(fields.aliases ?? [])].map(foldId)))
  const [free] = lost.filter(alias => !taken.has(foldId(alias)))
  if (free === undefined) return
  throw new CardsError(
    'no',
    `${free} is a former ID of ${card.id}: without it, old references lead nowhere, and the ID could be given to another card. Nothing was written.`,
    'To let it go all the same: --force',
  )
}

/**
 * Refuses an excerpt outside the library, which no card may give away.
 * @throws CardsError `no`
 */
export function requireInside(library: Library, card: Card, after: Raw): void {
  const file = valueAt(after, ['preview', 'file'])
  if (typeof file !== 'string' || file === card.fields.preview?.file) return
  if (isBelow(posix.normalize(file.replaceAll('\\', '/')))) return
  throw new CardsError(
    'no',
    `${neutralLine(library.location(card.path))}: the file \`${brief(file)}\` is outside the library. Nothing was written.`,
    `Put the excerpt into the library, such as previews/${card.id}.txt.`,
  )
}
