import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { formerUrlChanges } from '../../edit/operations/card-changes.ts'
import type { Raw } from '../../load/raw.ts'
import { SourceText } from '../../load/source-text.ts'
import { valueAt } from '../../load/value-pointer.ts'
import type { Card } from '../../model/card.ts'
import { changeLibrary } from '../change-library.ts'
import type { Context } from '../command.ts'
import { unchangeable } from '../source-of.ts'
import { idIn } from './checked-text.ts'
import { type EditedCard, fileChange } from './edit-plan.ts'
import { aliasesIn, renamed } from './rename.ts'

/**
 * Puts a text that was written by hand in the place of a card's, as it is; only that the card stays known by an ID or
 * URL which it no longer has.
 * @param before what the file held when it was opened
 * @throws CardsError `io` when it holds something else by now
 */
export async function keepText(
  context: Context,
  card: Card,
  before: Uint8Array,
  text: Uint8Array,
): Promise<{ edited: EditedCard; notes: string[] }> {
  const source = new SourceText(card.path, 'card', text)
  const { value = {} } = source
  const id = idIn(source) ?? card.id
  const url = valueAt(value, ['url'])
  const { notes, path, now } = await changeLibrary(context, async library => {
    const aliases = aliasesIn(value)
    const rename = id === card.id ? undefined : await renamed(library, card, id, aliases)
    const changes: Change[] = [
      ...(url === card.fields.url ? [] : formerUrlChanges(card.fields.url, aliases)),
      ...(rename?.changes ?? []),
    ]
    const content = changes.length === 0 ? text : editedFile(source, changes)
    if (content === undefined) throw unchangeable(card, library)
    const path = rename?.path ?? card.path
    return {
      changes: [fileChange(card, path, content, before), ...(rename?.others ?? [])],
      notes: rename?.notes ?? [],
      path,
      now: new SourceText(path, 'card', content).value ?? {},
    }
  })
  const old = new SourceText(card.path, 'card', before).value ?? {}
  return {
    edited: {
      id,
      path,
      changed: changedFields(old, now),
      ...(id === card.id ? {} : { former_id: card.id }),
    },
    notes: [...notes],
  }
}

function changedFields(old: Raw, now: Raw): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names].filter(
    name => JSON.stringify(valueAt(old, [name])) !== JSON.stringify(valueAt(now, [name])),
  )
}
