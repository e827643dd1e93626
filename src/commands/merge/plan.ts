import { editedFile } from '../../edit/edited-file.ts'
import { type Conflict, type Merge, mergeCards } from '../../edit/operations/merge.ts'
import type { SourceText } from '../../load/source-text.ts'
import type { Card } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { LibraryPlan } from '../change-library.ts'
import type { Context } from '../command.ts'
import { type NamedCard, namedCards } from '../named-cards.ts'
import { retireChange } from '../retire-change.ts'
import { pathsByFold, sourceOf, unchangeable } from '../source-of.ts'
import { type Choice, type ChosenCards, choiceIn, chosenCards } from './choice.ts'
import type { MergeGroup } from './groups.ts'

/** What becomes of one group. */
export interface MergedGroup extends Pick<Merge, 'filled' | 'added'> {
  readonly keep: Card
  /** The cards that are retired now, each with the path that it goes to. */
  readonly merged: readonly { readonly card: Card; readonly path: string }[]
  /** The cards that had been merged into it before. */
  readonly already: readonly Card[]
  readonly conflicts: readonly Conflict[]
}

export interface MergePlan extends LibraryPlan {
  readonly groups: readonly MergedGroup[]
}

/**
 * Plans a merge of each group: first the kept card is changed, then the others are retired one by one, so that nothing
 * is lost when it ends in between, and the same merge, run again, does the rest.
 * @throws CardsError `no` or `usage` when a card cannot be found, is named twice, or cannot be merged
 */
export async function planMerge(
  context: Context,
  groups: readonly MergeGroup[],
  choice: Choice,
): Promise<MergePlan> {
  const found = await findGroups(context, groups)
  const all = found.flatMap(({ keep, others, already }) => [keep, ...others, ...already])
  const chosen = await chosenCards(choice, all, context)
  const paths = await pathsByFold(context.library)
  const changes: FileChange[] = []
  const merged: MergedGroup[] = []
  for (const group of found) {
    const planned = await planGroup(group, chosen, paths, context)
    changes.push(...planned.changes)
    merged.push(planned.group)
  }
  return { changes, groups: merged }
}

/** The cards of a group. */
export interface FoundGroup {
  readonly keep: Card
  readonly others: readonly Card[]
  readonly already: readonly Card[]
}

async function findGroups(context: Context, groups: readonly MergeGroup[]): Promise<FoundGroup[]> {
  const references = [...new Set(groups.flatMap(({ keep, others }) => [keep, ...others]))]
  // All at once, so that everything that is wrong is told at once.
  await namedCards(context, references)
  const groupOf = new Map<string, Card>()
  const found: FoundGroup[] = []
  for (const { keep: reference, others: named } of groups) {
    const [keep] = await namedCards(context, [reference])
    if (keep === undefined) continue
    if (keep.isRetired) throw retiredKeep(keep)
    const others: Card[] = []
    const already: Card[] = []
    for (const name of named) {
      const [other] = await namedCards(context, [name])
      if (other === undefined) continue
      if (other.card.path === keep.card.path)
        throw wrong(`${name} and ${reference} are the same card, ${keep.card.id}.`)
      if (other.card.id === keep.card.id)
        throw wrong(`${other.card.path} and ${keep.card.path} have the same ID; give one of them another.`)
      if (!other.isRetired) others.push(other.card)
      else if (other.replacement?.path === keep.card.path) already.push(other.card)
      else throw retiredOther(other, keep.card)
    }
    for (const card of [keep.card, ...others, ...already]) {
      if (groupOf.has(card.path)) throw wrong(`${card.id} is named twice.`)
      groupOf.set(card.path, keep.card)
    }
    found.push({ keep: keep.card, others, already })
  }
  return found
}

function wrong(message: string): CardsError {
  return new CardsError('usage', message, 'Nothing was written.')
}

function retiredKeep({ card, replacement }: NamedCard): CardsError {
  return new CardsError(
    'no',
    `${card.id} is retired: nothing can be merged into it.`,
    replacement
      ? `${replacement.id} replaces it: merge into that. Nothing was written.`
      : `Bring it back first: cards revive ${card.id}. Nothing was written.`,
  )
}

function retiredOther({ card, replacement }: NamedCard, keep: Card): CardsError {
  return new CardsError(
    'no',
    `${card.id} is retired already.`,
    replacement
      ? `${replacement.id} replaces it; merge that: cards merge ${keep.id} ${replacement.id}. Nothing was written.`
      : `Bring it back first: cards revive ${card.id}. Nothing was written.`,
  )
}

async function planGroup(
  { keep, others, already }: FoundGroup,
  chosen: ChosenCards,
  paths: ReadonlyMap<string, string>,
  { library, today }: Context,
): Promise<{ changes: FileChange[]; group: MergedGroup }> {
  const source = await sourceOf(library, keep.path)
  const choice = choiceIn(chosen, [keep, ...others])
  const merge = mergeCards({ keep, others, written: writtenKeys(source), ...choice })
  const content = editedFile(source, merge.changes)
  if (content === undefined) throw unchangeable(keep, library)
  const changes: FileChange[] = []
  if (content !== source.bytes)
    changes.push({ kind: 'replace', path: keep.path, content, expected: source.bytes })
  const merged: { card: Card; path: string }[] = []
  for (const card of others) {
    const retirement = { date: today(), reason: `Merged into ${keep.id}.`, replaced_by: keep.id }
    const change = await retireChange(card, retirement, library, paths)
    changes.push(change)
    merged.push({ card, path: change.to })
  }
  const { filled, added, conflicts } = merge
  return { changes, group: { keep, merged, already, filled, added, conflicts } }
}

/** The keys that a file gives a value, those of `extra` as `extra.funder`. */
function writtenKeys({ value }: SourceText): ReadonlySet<string> {
  if (typeof value !== 'object' || Array.isArray(value)) return new Set()
  const { extra = {} } = value
  const own = typeof extra === 'object' && !Array.isArray(extra) ? extra : {}
  const named = [
    ...Object.entries(value),
    ...Object.entries(own).map(([key, item]) => [`extra.${key}`, item] as const),
  ]
  return new Set(named.filter(([, item]) => Object.keys(item).length > 0).map(([key]) => key))
}
