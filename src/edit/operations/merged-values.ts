import { isDeepStrictEqual } from 'node:util'
import { authorNames } from '../../model/author.ts'
import { canonicalUrl } from '../../model/canonical-url.ts'
import type { Card, CardFields } from '../../model/card.ts'
import { arxivKey } from '../../model/identifier.ts'
import type { Pointer } from '../../model/place.ts'

/** Cards that are to become one. */
export interface MergeTask {
  readonly keep: Card
  /** The cards that are retired in favour of it. */
  readonly others: readonly Card[]
  /** The keys that the file of `keep` gives a value, also one that is wrong and so not among its fields. */
  readonly written: ReadonlySet<string>
  /** Whose value of a field the card is to have instead of its own: IDs of `others`, by field. */
  readonly take: ReadonlyMap<string, string>
  /** The ID of the card whose values go before those of all, where `take` says nothing. */
  readonly prefer?: string | undefined
}

/** A field of the kept card after a merge. */
export interface MergedValue {
  /** Its name; that of a key of `extra` as `extra.funder`. */
  readonly field: string
  readonly pointer: Pointer
  /** What the card has then; undefined when what its file says there is wrong, and stays. */
  readonly value: unknown
  /** The ID of the card that the value is from. */
  readonly from: string
  /** Whether it is another than before. */
  readonly isChanged: boolean
  /** Whether the card had none before. */
  readonly isNew: boolean
  /** What the card had, when the value only says the same more exactly. */
  readonly lessExact?: string | undefined
  /** What a card has of the field. */
  valueIn(card: Card): unknown
}

/**
 * What a merge makes of a field: the kept card's own value, else the first that another card has, or the one that the
 * task chooses. `extra` is taken key by key; `forum`, `fetch`, `preview` and a credibility only whole, since their
 * parts say nothing by themselves.
 */
export function mergedValues(field: string, task: MergeTask): MergedValue[] {
  const cards = [task.keep, ...task.others]
  if (field !== 'extra') {
    const merged = mergedValue(field, [field], whole => whole.fields[field as keyof CardFields], task)
    if (merged === undefined) return []
    return field === 'credibility' ? withReason(merged, task) : [merged]
  }
  const keys = new Set(cards.flatMap(({ fields }) => Object.keys(fields.extra ?? {})))
  return [...keys].flatMap(key => {
    const valueIn = ({ fields }: Card) =>
      fields.extra && Object.hasOwn(fields.extra, key) ? fields.extra[key] : undefined
    return mergedValue(`extra.${key}`, ['extra', key], valueIn, task) ?? []
  })
}

/** A credibility without a reason gets that of a card with the same rating. */
function withReason(merged: MergedValue, task: MergeTask): MergedValue[] {
  const { rating, reason } = (merged.value ?? {}) as { rating?: number; reason?: string }
  const reasonIn = ({ fields: { credibility } }: Card) =>
    credibility?.rating === rating ? credibility?.reason : undefined
  const giver = [task.keep, ...task.others].find(card => reasonIn(card) !== undefined)
  if (rating === undefined || reason !== undefined || giver === undefined) return [merged]
  const value = reasonIn(giver)
  if (merged.isChanged) return [{ ...merged, value: { rating, reason: value } }]
  const filled = { field: 'credibility.reason', pointer: ['credibility', 'reason'], value, from: giver.id }
  return [merged, { ...filled, isChanged: true, isNew: true, valueIn: reasonIn }]
}

function mergedValue(
  field: string,
  pointer: Pointer,
  valueIn: (card: Card) => unknown,
  { keep, others, written, take, prefer }: MergeTask,
): MergedValue | undefined {
  const having = [keep, ...others].filter(card => valueIn(card) !== undefined)
  const from = (id: string | undefined) => having.find(card => card.id === id)
  const chosen = from(take.get(field) ?? take.get(String(pointer[0]))) ?? from(prefer)
  const isWritten = written.has(field)
  // What is wrong in the file was typed by somebody, and is not for a merge to replace.
  const first = isWritten ? keep : having[0]
  if (first === undefined || having.length === 0) return undefined
  const source = chosen ?? mostExact(field, first, having, valueIn)
  const [own, value] = [valueIn(keep), valueIn(source)]
  return {
    field,
    pointer,
    value,
    from: source.id,
    isChanged: source !== keep && !isDeepStrictEqual(own, value),
    isNew: source !== keep && own === undefined && !isWritten,
    ...(source !== keep && saysLess(field, own, value) && { lessExact: String(own) }),
    valueIn,
  }
}

/** The card that says most exactly what one says of a field; that one itself when none does. */
function mostExact(
  field: string,
  one: Card,
  having: readonly Card[],
  valueIn: (card: Card) => unknown,
): Card {
  let best = one
  for (const card of having) if (saysLess(field, valueIn(best), valueIn(card))) best = card
  return best
}

const DATES: ReadonlySet<string> = new Set(['published', 'accessed'])

/** Whether a value says the same as another, less exactly: the year of a day. */
export function saysLess(field: string, less: unknown, more: unknown): boolean {
  return (
    DATES.has(field) && typeof less === 'string' && typeof more === 'string' && more.startsWith(`${less}-`)
  )
}

/** How the values of a field are compared, where two of them can say the same. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  url: canonicalUrl,
  archive_url: canonicalUrl,
  doi: text => text.toLowerCase(),
  arxiv: text => arxivKey(text) ?? text,
  isbn: text => text.replaceAll('-', '').toUpperCase(),
  language: text => text.toLowerCase(),
}

/** Whether two values of a field say the same. */
export function areAlike(field: string, a: unknown, b: unknown): boolean {
  if (field === 'authors' && Array.isArray(a) && Array.isArray(b))
    return isDeepStrictEqual(namesOf(a), namesOf(b))
  if (field === 'credibility') return areSameRating(a, b)
  const form = FORMS[field] ?? (text => text.replace(/\s+/g, ' ').trim())
  return typeof a === 'string' && typeof b === 'string' ? form(a) === form(b) : isDeepStrictEqual(a, b)
}

function namesOf(authors: NonNullable<CardFields['authors']>): string[] {
  return authorNames(authors).map(({ name }) => name)
}

/** Whether two ratings are one, and not for two reasons. */
function areSameRating(a: unknown, b: unknown): boolean {
  const [one, other] = [a, b] as CardFields['credibility'][]
  const isOneReason = !(one?.reason && other?.reason) || areAlike('reason', one.reason, other.reason)
  return one?.rating === other?.rating && isOneReason
}
