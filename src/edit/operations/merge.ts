import { canonicalUrl } from '../../model/canonical-url.ts'
import type { Card, KnownFields } from '../../model/card.ts'
import { foldId, resourceId } from '../../model/stable-id.ts'
import type { Change } from '../change.ts'
import { keyOrder } from '../key-order.ts'
import { rawValue } from '../raw-value.ts'
import { areAlike, type MergedValue, type MergeTask, mergedValues, saysLess } from './merged-values.ts'
import { urlChanges } from './url-changes.ts'

/** A value that another card has, or had, and the kept card does not. */
export interface Conflict {
  /** The field, or a key of `extra`: `extra.funder`. */
  readonly field: string
  /** What the kept card has after the merge; undefined when what its file says there is wrong. */
  readonly kept: unknown
  /** The card that has the value; the kept card itself, when its own was replaced. */
  readonly id: string
  readonly value: unknown
}

/** A value that the kept card gets. */
export interface Filled {
  readonly field: string
  /** The ID of the card that had it. */
  readonly from: string
  /** What the kept card had instead, which said the same less exactly. */
  readonly lessExact?: string
}

/** What a merge makes of the kept card. */
export interface Merge {
  readonly changes: readonly Change[]
  /** The fields that it had no value of, or a less exact one, each with the card that it is from. */
  readonly filled: readonly Filled[]
  /** The items that its lists get. */
  readonly added: Readonly<Record<string, readonly string[]>>
  readonly conflicts: readonly Conflict[]
}

/** The lists of a card that are united. (The order of authors says something, so that theirs are not.) */
export const UNITED = ['also_at', 'key_points', 'tags', 'cited_by', 'aliases'] as const

type United = (typeof UNITED)[number]

/** The fields of which one card's value is chosen. */
export const CHOSEN = keyOrder('card', []).filter(field => !['id', 'retired', ...UNITED].includes(field))

/**
 * Merges cards into one that is kept: its lists get the items of theirs, its empty fields their values; their URLs go
 * to `also_at`, their IDs to `aliases`. Where it has another value than they have, it keeps its own, unless another is
 * chosen, and the conflict is told. Merging again changes nothing.
 */
export function mergeCards(task: MergeTask): Merge {
  const { keep, others } = task
  const values = CHOSEN.flatMap(field => mergedValues(field, task))
  const url = values.find(({ field }) => field === 'url')?.value ?? keep.fields.url
  const items = unitedItems(keep, others, url as string | undefined)
  return {
    changes: [...values.flatMap(value => valueChanges(keep, value)), ...listChanges(keep, items, url)],
    filled: values.flatMap(({ field, from, isNew, lessExact }) =>
      isNew || lessExact !== undefined
        ? [{ field, from, ...(lessExact !== undefined && { lessExact }) }]
        : [],
    ),
    added: Object.fromEntries(Object.entries(items).filter(([, list]) => list.length > 0)),
    conflicts: values.flatMap(value => conflictsIn(value, [keep, ...others])),
  }
}

function valueChanges({ fields }: Card, { field, pointer, value, isChanged }: MergedValue): Change[] {
  if (!isChanged) return []
  if (field === 'url') return urlChanges(fields, String(value))
  return [{ kind: 'set', pointer, value: rawValue(value) }]
}

/** What other cards say of a field. A URL is in `also_at`, so that it is no conflict. */
function conflictsIn({ field, value, valueIn }: MergedValue, cards: readonly Card[]): Conflict[] {
  if (field === 'url') return []
  return cards.flatMap(card => {
    const other = valueIn(card)
    return other === undefined || areAlike(field, other, value) || saysLess(field, other, value)
      ? []
      : [{ field, kept: value, id: card.id, value: other }]
  })
}

/** The items that are new to each list of the kept card. */
function unitedItems(
  keep: Card,
  others: readonly Card[],
  url: string | undefined,
): Readonly<Record<United, readonly string[]>> {
  const own = keep.fields
  const urlsOf = (fields: KnownFields) => [...listed(fields.url), ...(fields.also_at ?? [])]
  const replaced = own.url === url ? [] : listed(own.url)
  const lists = (name: 'key_points' | 'tags' | 'cited_by') => others.flatMap(card => card.fields[name] ?? [])
  // The hash of the URL that the card has is its own, and that of the one that it had is kept where the URL changes.
  const hashes = new Set([...listed(url), ...listed(own.url)].map(resourceId))
  const names = others.flatMap(({ id, fields }) => [
    id,
    ...listed(fields.url).map(resourceId),
    ...(fields.aliases ?? []),
  ])
  return {
    also_at: newItems(
      [...replaced, ...others.flatMap(({ fields }) => urlsOf(fields))],
      [...listed(url), ...(own.also_at ?? [])],
      canonicalUrl,
    ),
    key_points: newItems(lists('key_points'), own.key_points, text => text.replace(/\s+/g, ' ').trim()),
    tags: newItems(lists('tags'), own.tags),
    cited_by: newItems(lists('cited_by'), own.cited_by),
    aliases: newItems(
      names.filter(name => !hashes.has(name)),
      [keep.id, ...(own.aliases ?? [])],
      foldId,
    ),
  }
}

function listChanges(
  { fields }: Card,
  items: Readonly<Record<United, readonly string[]>>,
  url: unknown,
): Change[] {
  // A URL that becomes the card's own need not be named as another, too.
  const isMoved = fields.url !== url
  const needless: Change[] = (fields.also_at ?? []).flatMap((other, i) =>
    isMoved && other === url ? [{ kind: 'unset', pointer: ['also_at', i] }] : [],
  )
  const added = UNITED.flatMap(name =>
    items[name].map((value): Change => ({ kind: 'append', pointer: [name], value })),
  )
  return [...needless, ...added]
}

function newItems(
  offered: readonly string[],
  own: readonly string[] = [],
  keyOf: (item: string) => string = item => item,
): string[] {
  const seen = new Set(own.map(keyOf))
  return offered.filter(item => {
    const isNew = !seen.has(keyOf(item))
    seen.add(keyOf(item))
    return isNew
  })
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}
