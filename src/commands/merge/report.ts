import type { Conflict, Filled } from '../../edit/operations/merge.ts'
import { authorNames } from '../../model/author.ts'
import { brief } from '../../model/brief.ts'
import { type CardFields, cardTitle } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { fewNames } from '../../model/few-names.ts'
import { firstOf } from '../../model/first-of.ts'
import { jsonArray } from '../../model/json-pieces.ts'
import { jsonText } from '../../model/json-text.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { MergedGroup } from './plan.ts'

/** So many conflicts of one merge are told one by one where many groups are merged. */
const TOLD = 20

/** What a merge does, or did, in words: the cards, what the kept one gets, and what became of each other value. */
export function mergeLines(groups: readonly MergedGroup[], done: 'done' | 'planned'): string[] {
  const most = groups.length === 1 ? Number.POSITIVE_INFINITY : TOLD
  return groups.flatMap(group => groupLines(group, done, most))
}

function groupLines(group: MergedGroup, done: 'done' | 'planned', most: number): string[] {
  const { keep, merged, already, filled, added, conflicts } = group
  const before = already.map(({ id }) => `${id} has been merged into ${keep.id} already.`)
  if (merged.length === 0) return before
  const title = neutralLine(brief(cardTitle(keep)))
  const names = fewNames(merged.map(({ card }) => card.id))
  const told = conflicts.map(conflict => `- ${conflictLine(conflict, group, done)}`)
  return [
    ...before,
    `${done === 'done' ? 'Merged' : 'Would merge'} ${names} into ${keep.id} “${title}”.`,
    ...Object.entries(added).map(([field, items]) => `- ${field}: ${itemsText(field, items)} added`),
    ...filled.map(fillLine),
    ...firstOf(
      told,
      most,
      more => `- … and ${counted(more, 'other value')} that differ: --json tells them all.`,
    ),
    ...merged
      .filter(({ card }) => card.findings.some(({ severity }) => severity === 'error'))
      .map(
        ({ card, path }) => `- ${card.id} has values that are wrong: they are only in ${neutralLine(path)}.`,
      ),
  ]
}

function fillLine({ field, from, lessExact }: Filled): string {
  const exact = lessExact === undefined ? '' : `, more exact than ${shown(lessExact)}`
  return `- ${neutralLine(field)}: from ${from}${exact}`
}

function itemsText(field: string, items: readonly string[]): string {
  if (field === 'key_points') return counted(items.length, 'item')
  return fewNames(items.map(item => neutralLine(brief(item))))
}

/** A value that the kept card does not have, and where it is. */
function conflictLine(
  { field, kept, id, value }: Conflict,
  { keep, merged }: MergedGroup,
  done: 'done' | 'planned',
): string {
  const name = neutralLine(field)
  if (id === keep.id) return `${name}: took ${shown(kept)} in place of its own ${shown(value)}`
  const path = merged.find(({ card }) => card.id === id)?.path
  const what = kept === undefined ? 'kept what the file says, which is wrong' : `kept ${shown(kept)}`
  return `${name}: ${what}; ${shown(value)} of ${id} ${done === 'done' ? 'is' : 'will be'} in ${neutralLine(path ?? '')}`
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return shown(namesIn(value))
  const text = typeof value === 'string' ? value : jsonText(value)
  return `“${neutralLine(brief(text))}”`
}

function namesIn(list: readonly unknown[]): string {
  return authorNames(list as NonNullable<CardFields['authors']>)
    .map(({ name }) => name)
    .join(', ')
}

/** What `cards merge --json` prints. */
export function mergeJson(groups: readonly MergedGroup[]): Iterable<string> {
  return jsonArray(groups.map(groupJson))
}

function groupJson({ keep, merged, already, filled, added, conflicts }: MergedGroup): unknown {
  const pathOf = (id: string) => merged.find(({ card }) => card.id === id)?.path
  return {
    keep: keep.id,
    path: keep.path,
    merged: merged.map(({ card, path }) => ({ id: card.id, path })),
    already: already.map(({ id }) => id),
    added,
    filled: filled.map(({ field, from, lessExact }) => ({
      field,
      from,
      ...(lessExact !== undefined && { less_exact: lessExact }),
    })),
    conflicts: conflicts.map(({ field, kept, id, value }) => ({
      field,
      ...(kept !== undefined && { kept }),
      other: { id, value },
      became: id === keep.id ? 'replaced' : 'retired',
      ...(id !== keep.id && { path: pathOf(id) }),
    })),
  }
}
