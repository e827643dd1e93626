import type { CardFields, Page, Venue } from '../model/card.ts'
import { effectiveCredibility, VenueIndex } from '../model/credibility.ts'
import { groupBy } from '../model/group-by.ts'
import { aliasClash } from './alias-clash.ts'
import type { IdentifiedCard } from './assign-ids.ts'
import type { ImportReport, MintedId, Unreadable } from './import-report.ts'
import type { ImportBatch, ImportedCard } from './importer.ts'
import type { RegistryMerge } from './merge-registry.ts'
import type { Updates } from './plan-updates.ts'
import { placeOf } from './record-place.ts'
import { sameSources } from './same-sources.ts'
import type { ExistingCard, KnownRecord } from './sort-known.ts'

/** A card as it will be written. */
export interface PlannedCard extends IdentifiedCard {
  readonly fields: CardFields
}

/** All that was decided. */
export interface Decisions {
  readonly batch: ImportBatch
  readonly library: { readonly cards: readonly ExistingCard[]; readonly venues: readonly Venue[] }
  readonly cards: readonly PlannedCard[]
  readonly skipped: readonly KnownRecord[]
  /** Records of which no card can be made. */
  readonly untitled: readonly ImportedCard[]
  readonly updates: Updates
  readonly outcome: ImportReport['outcome']
  readonly venues: RegistryMerge<Venue>
  readonly pages: RegistryMerge<Page>
}

/** Tells what becomes of each record, and what the import could not carry over or decide. */
export function importReport(decisions: Decisions): ImportReport {
  const { batch, library, cards, skipped, untitled, updates, venues, pages } = decisions
  const index = new VenueIndex([...library.venues, ...venues.added])
  const kept = cards.filter(card => !card.isMinted)
  const minted = cards.filter(card => card.isMinted)
  const idOf = new Map<unknown, string>(cards.map(({ card, id }) => [card, id]))
  const unreadable = failures(decisions)
  return {
    outcome: decisions.outcome,
    counts: {
      records: batch.cards.length - untitled.length,
      cards: cards.length,
      updated: updates.updated.length,
      skipped: skipped.length,
      failed: unreadable.length,
      venues: venues.added.length,
      pages: pages.added.length,
      previews: cards.filter(({ card }) => card.preview).length,
      kept_ids: kept.length,
      minted_ids: minted.length,
      empty_values: batch.emptyValues,
    },
    kept: kept.map(given),
    minted: minted.map((card): MintedId => ({ ...given(card), ...card.refused })),
    skipped: skipped.map(({ record, is, why }) => ({
      ...placeOf(record),
      id: ('id' in is ? is.id : idOf.get(is)) ?? '',
      why,
      ...('id' in is && is.fields.retired ? { retired: true } : {}),
    })),
    updated: updates.updated,
    differences: updates.differences,
    aliased: cards.flatMap(({ id, aliases }) => aliases.map(alias => ({ id, alias }))),
    same_source: sameSources(
      cards.map(({ fields }) => fields),
      library.cards.map(({ fields }) => fields),
    ),
    venue_unknown: unknownVenues(decisions, index),
    rated_by_url_only: cards
      .filter(({ fields }) => effectiveCredibility(fields, index)?.from === 'url')
      .map(({ id }) => id),
    derived: cards.flatMap(card => (card.card.derived ? [{ ...given(card), ...card.card.derived }] : [])),
    converted: batch.converted,
    dropped: [
      ...batch.dropped,
      ...cards.flatMap(({ card, lostAliases }) => lostAliases.map(alias => aliasClash(card, alias))),
      ...updates.dropped,
    ],
    conflicts: [...venues.conflicts, ...pages.conflicts],
    comments: batch.comments,
    unreadable,
  }
}

/** Everything that an import could not carry out. */
export function failures(decisions: Omit<Decisions, 'outcome'>): Unreadable[] {
  const { batch, untitled, updates, venues, pages } = decisions
  const all = [
    ...batch.unreadable,
    ...untitled.map(untitledFailure),
    ...updates.failed,
    ...venues.unreadable,
    ...pages.unreadable,
  ]
  const files = [...new Set(all.map(({ file }) => file))]
  const order = new Map(files.map((file, i) => [file, i]))
  return all.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line)
}

function untitledFailure(record: ImportedCard): Unreadable {
  const name = record.recordId === undefined ? 'This entry' : `Entry ${record.recordId}`
  return { ...placeOf(record), why: `${name} names no title.` }
}

function given({ id, card }: PlannedCard) {
  return { id, ...placeOf(card) }
}

/** The venues that cards name, by id or in words, and that neither the library nor the import describes. */
function unknownVenues(
  { cards, updates }: Pick<Decisions, 'cards' | 'updates'>,
  index: VenueIndex,
): ImportReport['venue_unknown'] {
  const named = cards.flatMap(({ id, fields, card }) => {
    const name = card.unknownVenue ?? fields.venue
    return name === undefined || (card.unknownVenue === undefined && index.get(name)) ? [] : [{ id, name }]
  })
  const byName = groupBy([...named, ...updates.unknownVenues], ({ name }) => name)
  return [...byName].map(([venue, all]) => ({ venue, cards: [...new Set(all.map(({ id }) => id))] }))
}
