import type { Raw } from '../../load/raw.ts'
import type { SourceText } from '../../load/source-text.ts'
import { valueAt } from '../../load/value-pointer.ts'
import { compareText } from '../../model/order.ts'
import type { Change } from '../change.ts'
import { afterLines, columnOf, lineEnd } from '../source-lines.ts'

/** What became known of a card by reading documents. */
export interface Citing {
  /** The pages that have been read: only these are added or taken away. */
  readonly read: ReadonlySet<string>
  /** Those of them that cite the card. */
  readonly citing: ReadonlySet<string>
}

export interface CitedByChanges {
  readonly changes: readonly Change[]
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

/**
 * The changes by which a card's `cited_by` names just those that cite it, of the pages that have been read. The others,
 * and the order, stay; new ones come last, sorted. A list that runs empty goes, but for one with comments that are not
 * just those behind its items.
 * @param source the card's file
 */
export function citedByChanges(source: SourceText, { read, citing }: Citing): CitedByChanges {
  const list = valueAt(source.value ?? {}, ['cited_by'])
  const items = Array.isArray(list) ? list : []
  const isGone = (item: Raw) => typeof item === 'string' && read.has(item) && !citing.has(item)
  const known = new Set(items)
  const gained = [...citing].filter(id => !known.has(id)).sort(compareText)
  const isEmptied = items.length > 0 && gained.length === 0 && items.every(isGone)
  if (isEmptied && hasOtherComments(source))
    return {
      changes: [{ kind: 'set', pointer: ['cited_by'], value: [] }],
      gained,
      lost: [...new Set(items as string[])],
    }
  return {
    changes: [
      ...items.flatMap((item, place): Change[] =>
        isGone(item) ? [{ kind: 'unset', pointer: ['cited_by', place] }] : [],
      ),
      ...gained.map((value): Change => ({ kind: 'append', pointer: ['cited_by'], value })),
    ],
    gained,
    lost: [...new Set(items.filter(isGone) as string[])],
  }
}

/** Whether the list has comments that are not on the lines of its items. */
function hasOtherComments({ text, reading }: SourceText): boolean {
  const { tree } = reading
  const entry = tree?.kind === 'map' ? tree.entries.find(({ name }) => name === 'cited_by') : undefined
  if (entry?.colon === undefined || entry.value.kind !== 'list') return false
  const { flow, items, span } = entry.value
  let between = ''
  let at = entry.colon + 1
  for (const { start, value } of items) {
    between += text.slice(at, start)
    at = flow ? value.span[1] : lineEnd(text, value.span[1])
  }
  return `${between}${text.slice(at, afterLines(text, span[1], columnOf(text, entry.start)))}`.includes('#')
}
