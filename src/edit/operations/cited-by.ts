import type { Raw } from '../../load/raw.ts'
import { valueAt } from '../../load/value-pointer.ts'
import { compareText } from '../../model/order.ts'
import type { Change } from '../change.ts'

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
 * and the order, stay; new ones come last, sorted.
 * @param value what the card's file says
 */
export function citedByChanges(value: Raw, { read, citing }: Citing): CitedByChanges {
  const list = valueAt(value, ['cited_by'])
  const items = Array.isArray(list) ? list : []
  const isGone = (item: Raw) => typeof item === 'string' && read.has(item) && !citing.has(item)
  const known = new Set(items)
  const gained = [...citing].filter(id => !known.has(id)).sort(compareText)
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
