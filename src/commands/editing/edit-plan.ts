import type { Change } from '../../edit/change.ts'
import { editedFile } from '../../edit/edited-file.ts'
import { cardChanges } from '../../edit/operations/card-changes.ts'
import { newProblems } from '../../edit/operations/new-problems.ts'
import type { Operation } from '../../edit/operations/operation.ts'
import type { Overlay } from '../../load/library-files.ts'
import { SourceText } from '../../load/source-text.ts'
import type { Card } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Library } from '../../model/library.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { unchangeable } from '../source-of.ts'
import { requireFormerIds, requireInside } from './refusals.ts'
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
  /** What the files of cards are to say, by their paths now and under the IDs of now: so they can be checked. */
  readonly texts: Overlay
}

/**
 * Plans operations on cards, all or nothing.
 * @param library as it is then on disk
 * @param isForced whether a former ID may go
 * @throws CardsError `no`, naming the card, when one of them cannot be changed so
 */
export async function planEdits(
  context: Context,
  library: Library,
  cards: readonly Card[],
  operations: readonly Operation[],
  isForced: boolean,
): Promise<EditPlan> {
  const plans: EditPlan[] = []
  for (const [i, card] of cards.entries()) {
    context.progress(`${i} of ${counted(cards.length, 'card')} looked at`)
    plans.push(await planCard(context, library, card, { operations, isForced }))
  }
  return {
    changes: plans.flatMap(({ changes }) => changes),
    edited: plans.flatMap(({ edited }) => edited),
    notes: plans.flatMap(({ notes }) => notes),
    texts: new Map(plans.flatMap(({ texts }) => [...texts])),
  }
}

async function planCard(
  { settings }: Context,
  library: Library,
  card: Card,
  { operations, isForced }: { readonly operations: readonly Operation[]; readonly isForced: boolean },
): Promise<EditPlan> {
  const bytes = await library.source(card.path)
  const source = new SourceText(card.path, 'card', bytes)
  const { value } = source
  if (value === undefined) throw unchangeable(card, library)
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
  if (content === undefined) throw unchangeable(card, library)
  const sameId = wanted !== undefined && !rename ? [`${card.id}: id is that already.`] : []
  if (Buffer.from(content).equals(bytes))
    return { changes: [], edited: [], notes: [...notes, ...sameId], texts: new Map() }
  const [problem] = newProblems(source, content, settings.extra)
  if (problem)
    throw new CardsError(
      'no',
      `${neutralLine(library.location(card.path))}: ${problem.message} Nothing was written.`,
      problem.help,
    )
  const after = new SourceText(card.path, 'card', content).value ?? {}
  if (!isForced) await requireFormerIds(library, card, { before: aliasesIn(value), after, newId })
  requireInside(library, card, after)
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
    texts: new Map([[card.path, (rename && editedFile(source, changes)) ?? content]]),
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
