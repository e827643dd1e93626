import { fileStem } from './card.ts'
import type { Library } from './library.ts'

/**
 * Which IDs a library uses, without regard to case: those of its cards, retired ones included, and their aliases. A
 * file that cannot be read may hold the card that its name says, so that name counts too.
 */
export async function takenIds(library: Library): Promise<(id: string) => boolean> {
  const ids = (await library.unread()).map(fileStem)
  for (const cards of [library.cards(), library.retired()])
    for await (const { id, fields } of cards) ids.push(id, ...(fields.aliases ?? []))
  const taken = new Set(ids.map(id => id.toLowerCase()))
  return id => taken.has(id.toLowerCase())
}
