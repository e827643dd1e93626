import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { cardChanges } from '../../edit/operations/card-changes.ts'
import { newProblems } from '../../edit/operations/new-problems.ts'
import type { Operation } from '../../edit/operations/operation.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Card } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Library } from '../../model/library.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { aliasesIn, renamed } from './rename.ts'

/** A card that changes. */
export interface EditedCard {
  readonly id: string
  /** Where its file is then, relative to the library. */
  readonly path: string
  /** The names of the fields that change. */
  readonly changed: readonly string[]
  /** The ID that it had before. */
  readonly former_id?: string
}

/** What editing comes to: the files, and what to tell. */
export interface EditPlan extends LibraryPlan {
  readonly edited: readonly EditedCard[]
  readonly notes: readonly string[]
}

/**
 * Plans operations on cards, all or nothing.
 * @param library as it is then on disk
 * @throws CardsError `no`, naming the card, when one of them cannot be changed so
 */
export async function planEdits(
  context: Context,
  library: Library,
  cards: readonly Card[],
  operations: readonly Operation[],
): Promise<EditPlan> {
  const plans: EditPlan[] = []
  for (const [i, card] of cards.entries()) {
    context.progress(`${i} of ${counted(cards.length, 'card')} looked at`)
    plans.push(await planCard(context, library, card, operations))
  }
  return {
    changes: plans.flatMap(({ changes }) => changes),
    edited: plans.flatMap(({ edited }) => edited),
    notes: plans.flatMap(({ notes }) => notes),
  }
}

async function planCard(
  { settings }: Context,
  library: Library,
  card: Card,
  operations: readonly Operation[],
): Promise<EditPlan> {
  const bytes = await library.source(card.path)
  const source = new SourceText(card.path, 'card', bytes)
  const { value } = source
  if (value === undefined) throw unwritable(library, card)
  const isRename = ({ path }: Operation) => path.text === 'id'
  const { changes, notes } = cardChanges(
    card,
    value,
    operations.filter(operation => !isRename(operation)),
  )
  const [wanted] = operations.filter(isRename)
  const newId = wanted?.kind === 'set' && typeof wanted.value === 'string' ? wanted.value : card.id
  const rename = newId === card.id ? undefined : await renamed(library, card, newId, aliasesIn(value))
  const all: Change[] = rename
    ? [...changes, { kind: 'set', pointer: ['id'], value: newId }, ...rename.changes]
    : [...changes]
  const content = editedFile(source, all)
  if (content === undefined) throw unwritable(library, card)
  const sameId = wanted !== undefined && !rename ? [`${card.id}: id is that already.`] : []
  if (Buffer.from(content).equals(bytes)) return { changes: [], edited: [], notes: [...notes, ...sameId] }
  const [problem] = newProblems(source, content, settings.extra)
  if (problem)
    throw new CardsError(
      'no',
      `${library.location(card.path)}: ${problem.message} Nothing was written.`,
      problem.help,
    )
  return {
    changes: [fileChange(card, rename?.path ?? card.path, content, bytes), ...(rename?.others ?? [])],
    edited: [
      {
        id: newId,
        path: rename?.path ?? card.path,
        changed: [...new Set(all.map(({ pointer }) => String(pointer[0])))],
        ...(rename ? { former_id: card.id } : {}),
      },
    ],
    notes: [...notes, ...(rename?.notes ?? [])],
  }
}

/** The change of a card's file, which goes elsewhere when its path is another. */
export function fileChange(
  { path }: Card,
  to: string,
  content: Uint8Array,
  expected: Uint8Array,
): FileChange {
  return to === path
    ? { kind: 'replace', path, content, expected }
    : { kind: 'move', path, to, content, expected }
}

/** A card's file that cannot be changed so. */
export function unwritable(library: Library, { id, path }: Card): CardsError {
  return new CardsError(
    'no',
    `${library.location(path)} cannot be changed so without touching something else in it. Nothing was written.`,
    `Edit it by hand: cards edit ${id}`,
  )
}
