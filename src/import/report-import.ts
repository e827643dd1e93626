import type { CardFields, Page, Venue } from '../model/card.ts'
import { effectiveCredibility, VenueIndex } from '../model/credibility.ts'
import type { IdentifiedCard } from './assign-ids.ts'
import type { ImportReport, MintedId } from './import-report.ts'
import type { ImportBatch, ImportedCard } from './importer.ts'
import type { RegistryMerge } from './merge-registry.ts'
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
  readonly venues: RegistryMerge<Venue>
  readonly pages: RegistryMerge<Page>
}

/** Tells what becomes of each record, and what the import could not carry over or decide. */
export function importReport({ batch, library, cards, skipped, venues, pages }: Decisions): ImportReport {
  const index = new VenueIndex([...library.venues, ...venues.added])
  const kept = cards.filter(card => !card.isMinted)
  const minted = cards.filter(card => card.isMinted)
  const idOf = new Map<unknown, string>(cards.map(({ card, id }) => [card, id]))
  return {
    counts: {
      records: batch.cards.length,
      cards: cards.length,
      skipped: skipped.length,
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
      ...where(record),
      id: ('id' in is ? is.id : idOf.get(is)) ?? '',
      why,
    })),
    aliased: cards.flatMap(({ id, aliases }) => aliases.map(alias => ({ id, alias }))),
    same_source: sameSources(
      cards.map(({ fields }) => fields),
      library.cards.map(({ fields }) => fields),
    ),
    venue_unknown: unknownVenues(cards, index),
    rated_by_url_only: cards
      .filter(({ fields }) => effectiveCredibility(fields, index)?.from === 'url')
      .map(({ id }) => id),
    derived: cards.flatMap(card => (card.card.derived ? [{ ...given(card), ...card.card.derived }] : [])),
    converted: batch.converted,
    dropped: batch.dropped,
    conflicts: [...venues.conflicts, ...pages.conflicts],
    comments: batch.comments,
    unreadable: [...batch.unreadable, ...venues.unreadable, ...pages.unreadable],
  }
}

function where({ origin, recordId }: ImportedCard) {
  return { file: origin.file, line: origin.line, ...(recordId === undefined ? {} : { record_id: recordId }) }
}

function given({ id, card }: PlannedCard) {
  return { id, ...where(card) }
}

/** The venues that cards name, by id or in words, and that neither the library nor the import describes. */
function unknownVenues(cards: readonly PlannedCard[], index: VenueIndex): ImportReport['venue_unknown'] {
  const unknown = new Map<string, string[]>()
  for (const { id, fields, card } of cards) {
    const name = card.unknownVenue ?? fields.venue
    if (name === undefined || (card.unknownVenue === undefined && index.get(name))) continue
    unknown.set(name, [...(unknown.get(name) ?? []), id])
  }
  return [...unknown].map(([venue, ids]) => ({ venue, cards: ids }))
}
