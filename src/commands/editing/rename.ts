import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { aliasChanges, renamedPath, replacedBy, requireFreeId } from '../../edit/operations/rename-id.ts'
import type { Raw } from '../../load/raw.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Card } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { fewNames } from '../../model/few-names.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'

/** What another ID of a card brings with it. */
export interface Renamed {
  /** Where its file goes. */
  readonly path: string
  /** The changes of its aliases. */
  readonly changes: readonly Change[]
  /** The changes of the retired cards that it replaces. */
  readonly others: readonly FileChange[]
  readonly notes: readonly string[]
}

/**
 * Plans that a card gets another ID: the old one stays an alias, its file is named after the new one when it was
 * after the old, and retired cards that it replaces name it anew.
 * @param aliases those that its file has
 * @throws CardsError `no` for an ID that is taken, or is none
 */
export async function renamed(
  library: Library,
  card: Card,
  id: string,
  aliases: readonly string[],
): Promise<Renamed> {
  const cards = await otherCards(library, card)
  requireFreeId(card, id, { cards, unread: await library.unread() })
  const referring = replacedBy(card, cards)
  const others: FileChange[] = []
  const left: string[] = []
  for (const { path } of referring) {
    const bytes = await library.source(path)
    const change: Change = { kind: 'set', pointer: ['retired', 'replaced_by'], value: id }
    const content = editedFile(new SourceText(path, 'card', bytes), [change])
    if (content === undefined) left.push(library.location(path))
    else others.push({ kind: 'replace', path, content, expected: bytes })
  }
  const told = others.map(({ path }) => library.location(path))
  return {
    path: renamedPath(card, id),
    changes: aliasChanges(card, id, aliases),
    others,
    notes: [
      `${card.id} is now ${id}; the old ID still leads to it.`,
      ...(told.length > 0
        ? [
            `${counted(told.length, 'retired card')} that it replaces now name${told.length === 1 ? 's' : ''} it so: ${fewNames(told)}.`,
          ]
        : []),
      ...(left.length > 0 ? [`Change \`replaced_by\` by hand in ${fewNames(left)}.`] : []),
    ],
  }
}

/** All cards but one, retired ones included. */
export async function otherCards(library: Library, { path }: Card): Promise<Card[]> {
  const cards = [...(await listed(library.cards())), ...(await listed(library.retired()))]
  return cards.filter(card => card.path !== path)
}

/** The aliases in what a card's file says. */
export function aliasesIn(value: Raw): string[] {
  const aliases = typeof value === 'object' && !Array.isArray(value) ? value.aliases : undefined
  return Array.isArray(aliases) ? aliases.filter(alias => typeof alias === 'string') : []
}
