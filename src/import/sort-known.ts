import type { Card } from '../model/card.ts'
import { sourceKeys } from '../model/identifier.ts'
import { resourceId } from '../model/stable-id.ts'
import type { Skipped } from './import-report.ts'
import type { ImportedCard } from './importer.ts'

/** What an import has to know of a card of the library. */
export type ExistingCard = Pick<Card, 'id' | 'fields'>

/** The records of a batch that become cards, and those that do not. */
export interface Sorting {
  readonly fresh: readonly ImportedCard[]
  readonly skipped: readonly KnownRecord[]
}

/** A record that is there already: as a card, or as an earlier record of the batch. */
export interface KnownRecord {
  readonly record: ImportedCard
  readonly is: ExistingCard | ImportedCard
  readonly why: Skipped['why']
}

/**
 * Tells the records that a library has already from new ones: by the exact URL, by the ID of the record, or by the
 * stable ID that it should get, when the card of that ID is about the same source. That makes an import repeatable.
 * Retired cards count: what was given up must not come back by itself.
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
  const fresh: ImportedCard[] = []
  const skipped: KnownRecord[] = []
  for (const record of records) {
    const known = knownCard(record, index, ids)
    const content = JSON.stringify([record.recordId, record.wantedId, record.fields, record.preview])
    const earlier = met.get(content)
    if (known) skipped.push({ record, ...known })
    else if (earlier) skipped.push({ record, is: earlier, why: 'repeat' })
    else fresh.push(record)
    if (!earlier) met.set(content, record)
  }
  return { fresh, skipped }
}

interface CardIndex {
  readonly url: ReadonlyMap<string, ExistingCard>
  readonly resource: ReadonlyMap<string, ExistingCard>
  readonly alias: ReadonlyMap<string, ExistingCard>
  readonly id: ReadonlyMap<string, ExistingCard>
}

function indexOf(cards: readonly ExistingCard[]): CardIndex {
  const withUrl = cards.flatMap(card =>
    card.fields.url === undefined ? [] : [{ card, url: card.fields.url }],
  )
  return {
    url: new Map(withUrl.map(({ card, url }) => [url, card])),
    resource: new Map(withUrl.map(({ card, url }) => [resourceId(url), card])),
    alias: new Map(cards.flatMap(card => (card.fields.aliases ?? []).map(alias => [alias, card] as const))),
    id: new Map(cards.map(card => [card.id, card])),
  }
}

function knownCard(
  record: ImportedCard,
  index: CardIndex,
  ids: ReadonlyMap<string, string>,
): { is: ExistingCard; why: Skipped['why'] } | undefined {
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
