import type { Card } from '../model/card.ts'
import { sourceKeys } from '../model/identifier.ts'
import { isStableId, resourceId } from '../model/stable-id.ts'
import type { SameAs } from './import-report.ts'
import type { ImportedCard } from './importer.ts'

/** What an import has to know of a card of the library. */
export type ExistingCard = Pick<Card, 'id' | 'path' | 'fields'>

/** The records of a batch that become cards, and those that are there. */
export interface Sorting {
  readonly fresh: readonly ImportedCard[]
  readonly known: readonly KnownRecord[]
  /** Those that are not there, and of which no card can be made, for they have no title. */
  readonly untitled: readonly ImportedCard[]
}

/** A record that is there already: as a card, or as an earlier record of the batch. */
export interface KnownRecord {
  readonly record: ImportedCard
  readonly is: ExistingCard | ImportedCard
  readonly why: SameAs
}

/**
 * Tells the records that a library has already from new ones: by the exact URL, by the ID of the record, or by the
 * stable ID that it should get, when the card of that ID is about the same source. That makes an import repeatable.
 * Retired cards count: what was given up must not come back by itself.
 *
 * A record without an ID of its own is known by its source as well, whichever way it is written. One that has an ID
 * becomes a card of its own all the same, for others may refer to it by that; the report tells of the two.
 *
 * @param ids the stable IDs that records must get
 */
export function sortKnown(
  records: readonly ImportedCard[],
  cards: readonly ExistingCard[],
  ids: ReadonlyMap<string, string>,
): Sorting {
  const index = indexOf(cards)
  const met = new Map<string, ImportedCard>()
  const sources = new Map<string, ImportedCard>()
  const fresh: ImportedCard[] = []
  const known: KnownRecord[] = []
  const untitled: ImportedCard[] = []
  for (const record of records) {
    const content = JSON.stringify([record.recordId, record.wantedId, record.fields, record.preview])
    const earlier = met.get(content)
    const there = knownCard(record, index, ids) ?? (earlier && { is: earlier, why: 'repeat' as const })
    // What names the source best counts most, whether a card or an earlier record has it.
    const same = there ?? sameSource(record, name => index.source.get(name) ?? sources.get(name), ids)
    if (same) {
      known.push({ record, ...same })
      continue
    }
    if (record.isUntitled) {
      untitled.push(record)
      continue
    }
    fresh.push(record)
    met.set(content, record)
    for (const name of sourceKeys(record.fields)) if (!sources.has(name)) sources.set(name, record)
  }
  return { fresh, known, untitled }
}

interface CardIndex {
  readonly url: ReadonlyMap<string, ExistingCard>
  readonly resource: ReadonlyMap<string, ExistingCard>
  readonly alias: ReadonlyMap<string, ExistingCard>
  readonly id: ReadonlyMap<string, ExistingCard>
  readonly source: ReadonlyMap<string, ExistingCard>
}

function indexOf(cards: readonly ExistingCard[]): CardIndex {
  const withUrl = cards.flatMap(card =>
    card.fields.url === undefined ? [] : [{ card, url: card.fields.url }],
  )
  // Of two cards of one source the one in use counts: it can be updated.
  const inUseLast = [...cards].sort((a, b) => Number(isInUse(a)) - Number(isInUse(b)))
  return {
    url: new Map(withUrl.map(({ card, url }) => [url, card])),
    resource: new Map(withUrl.map(({ card, url }) => [resourceId(url), card])),
    alias: new Map(cards.flatMap(card => (card.fields.aliases ?? []).map(alias => [alias, card] as const))),
    id: new Map(cards.map(card => [card.id, card])),
    source: new Map(inUseLast.flatMap(card => sourceKeys(card.fields).map(name => [name, card] as const))),
  }
}

function isInUse({ fields }: ExistingCard): boolean {
  return fields.retired === undefined
}

function knownCard(
  record: ImportedCard,
  index: CardIndex,
  ids: ReadonlyMap<string, string>,
): { is: ExistingCard; why: SameAs } | undefined {
  const { fields, recordId = '' } = record
  const wanted = wantedId(record, ids) ?? ''
  const sameUrl = fields.url === undefined ? undefined : index.url.get(fields.url)
  if (sameUrl) return { is: sameUrl, why: 'url' }
  const sameAlias = index.alias.get(recordId) ?? index.alias.get(wanted)
  if (sameAlias) return { is: sameAlias, why: 'alias' }
  const named = index.resource.get(recordId) ?? index.id.get(recordId)
  if (named) return { is: named, why: 'id' }
  // An ID alone is not enough: the map could be wrong, and then a source would be lost.
  const same = index.id.get(wanted)
  return same && sharesSource(same, record) ? { is: same, why: 'id' } : undefined
}

function sameSource(
  record: ImportedCard,
  find: (name: string) => ExistingCard | ImportedCard | undefined,
  ids: ReadonlyMap<string, string>,
): { is: ExistingCard | ImportedCard; why: 'source' } | undefined {
  if (hasOwnId(record, ids)) return undefined
  for (const name of sourceKeys(record.fields)) {
    const is = find(name)
    if (is) return { is, why: 'source' }
  }
  return undefined
}

/** Whether others may refer to a record by an ID that its card keeps. The citation key of an entry is none. */
function hasOwnId(record: ImportedCard, ids: ReadonlyMap<string, string>): boolean {
  const { recordId, fields } = record
  const wanted = wantedId(record, ids)
  if (wanted !== undefined && isStableId(wanted)) return true
  if (recordId === undefined) return false
  return (
    (fields.url !== undefined && recordId === resourceId(fields.url)) || !!fields.aliases?.includes(recordId)
  )
}

function sharesSource(card: ExistingCard, { fields }: ImportedCard): boolean {
  const keys = new Set(sourceKeys(card.fields))
  return sourceKeys(fields).some(key => keys.has(key))
}

/** The stable ID that a record should get: by the map, else as its source says; undefined when neither knows. */
export function wantedId(record: ImportedCard, ids: ReadonlyMap<string, string>): string | undefined {
  const { recordId, wantedId, fields } = record
  const key = recordId ?? (fields.url === undefined ? undefined : resourceId(fields.url))
  return (key === undefined ? undefined : ids.get(key)) ?? wantedId
}
