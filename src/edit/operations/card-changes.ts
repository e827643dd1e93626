import type { Raw } from '../../load/raw.ts'
import { valueAt } from '../../load/value-pointer.ts'
import { authorNames, parseName } from '../../model/author.ts'
import { brief } from '../../model/brief.ts'
import type { Author, Card } from '../../model/card.ts'
import { counted } from '../../model/count-text.ts'
import { CardsError } from '../../model/errors.ts'
import { fewNames } from '../../model/few-names.ts'
import type { Pointer } from '../../model/place.ts'
import { resourceId } from '../../model/stable-id.ts'
import type { Change } from '../change.ts'
import { flowText } from '../value-text.ts'
import { type FieldPath, pathText } from './field-path.ts'
import type { Operation } from './operation.ts'
import { urlChanges } from './url-changes.ts'

/** What operations come to in one card. */
export interface CardChanges {
  readonly changes: readonly Change[]
  /** What is so already, each on one line. */
  readonly notes: readonly string[]
}

/**
 * The changes of a card's file that operations ask for. What is so already is noted, and is no change.
 * @param value what the file says
 * @throws CardsError `no` for the place of an item that the card does not have
 */
export function cardChanges(card: Card, value: Raw, operations: readonly Operation[]): CardChanges {
  const changes: Change[] = []
  const notes: string[] = []
  for (const operation of operations) {
    const made = changesOf(card, value, operation)
    if (typeof made === 'string') notes.push(`${card.id}: ${made}`)
    else changes.push(...made)
  }
  return { changes, notes }
}

/** @returns a note where nothing has to change */
function changesOf(card: Card, value: Raw, operation: Operation): Change[] | string {
  const { path, kind } = operation
  const { pointer } = path
  requireItems(card, value, kind === 'unset' ? pointer.slice(0, -1) : pointer)
  if (kind === 'set' || kind === 'unset') requireParts(card, value, pointer)
  const old = valueAt(value, pointer)
  switch (kind) {
    case 'set':
      if (JSON.stringify(old) === JSON.stringify(operation.value)) return `${path.text} is that already.`
      if (pointer.length === 1 && pointer[0] === 'url' && typeof operation.value === 'string')
        return urlChanges(card.fields, operation.value)
      return [{ kind, pointer, value: operation.value }]
    case 'unset':
      if (old === undefined) return `${path.text} is not there.`
      return [
        { kind, pointer },
        ...(path.text === 'url' ? formerUrlChanges(card.fields.url, card.fields.aliases) : []),
      ]
    case 'add':
      if (itemsLike(old, operation.value, path).length > 0)
        return `${path.text} has ${shown(operation.value)} already.`
      return [{ kind: 'append', pointer, value: operation.value }]
    case 'remove': {
      const places = itemsLike(old, operation.value, path)
      if (places.length === 0)
        return `${path.text} does not have ${shown(operation.value)}${whatIsThere(old)}.`
      return places.map(place => ({ kind: 'unset', pointer: [...pointer, place] }))
    }
  }
}

/** Refuses the place of an item where the card has none. */
function requireItems(card: Card, value: Raw, pointer: Pointer): void {
  for (const [i, step] of pointer.entries()) {
    if (typeof step !== 'number') continue
    const list = pointer.slice(0, i)
    const items = valueAt(value, list)
    const count = Array.isArray(items) ? items.length : 0
    if (step < count) continue
    const name = pathText(list)
    const has =
      count === 0
        ? `no ${name}`
        : `${counted(count, 'item')} in ${name}, ${name}[0]${count > 1 ? ` to ${name}[${count - 1}]` : ''}`
    throw new CardsError(
      'no',
      `${card.id} has no ${pathText(pointer.slice(0, i + 1))}: it has ${has}.`,
      `Places are counted from 0. To add an item: --add '${name}=…'`,
    )
  }
}

/** Refuses a part of what is one text in the card, such as an author's family name. */
function requireParts(card: Card, value: Raw, pointer: Pointer): void {
  for (const i of pointer.keys()) {
    const whole = pointer.slice(0, i)
    const text = valueAt(value, whole)
    if (typeof text !== 'string' || text === '') continue
    const name = pathText(whole)
    throw new CardsError(
      'no',
      `${card.id}: ${name} is one text, ${shown(text)}, and has no parts. Nothing was written.`,
      `Give it parts: --set '${name}=${partsOf(text)}'`,
    )
  }
}

/** A name as a map of its parts, to be typed. */
function partsOf(name: string): string {
  const { name: _, ...parts } = parseName(name)
  return flowText(parts).replaceAll("'", "'\\''")
}

function whatIsThere(list: Raw | undefined): string {
  const items = Array.isArray(list) ? list.map(shown) : []
  return items.length === 0 ? '' : `: it has ${fewNames(items)}`
}

/**
 * What keeps a card known by the ID that came from the URL which it no longer has.
 * @param url the former one
 * @param aliases those that its file is to have otherwise
 */
export function formerUrlChanges(url: string | undefined, aliases: readonly string[] = []): Change[] {
  const id = url === undefined ? undefined : resourceId(url)
  if (id === undefined || aliases.includes(id)) return []
  return [{ kind: 'append', pointer: ['aliases'], value: id }]
}

/** The places of the items that are a value; of a list of authors, those that are displayed as the same name. */
function itemsLike(list: Raw | undefined, wanted: Raw, { text }: FieldPath): number[] {
  if (!Array.isArray(list)) return []
  const keyOf = (item: Raw) => (text === 'authors' ? displayed(item) : undefined) ?? JSON.stringify(item)
  const key = keyOf(wanted)
  return list.flatMap((item, place) => (keyOf(item) === key ? place : []))
}

function displayed(item: Raw): string | undefined {
  if (Array.isArray(item)) return undefined
  return authorNames([item as Author])[0]?.name
}

function shown(value: Raw): string {
  return `\`${brief(typeof value === 'string' ? value : (displayed(value) ?? ''))}\``
}
