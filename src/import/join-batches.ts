import type { ImportBatch } from './importer.ts'

/** What several importers have read, as one. */
export function joinBatches(batches: readonly ImportBatch[]): ImportBatch {
  return {
    cards: batches.flatMap(({ cards }) => cards),
    venues: batches.flatMap(({ venues }) => venues),
    pages: batches.flatMap(({ pages }) => pages),
    emptyValues: batches.reduce((sum, { emptyValues }) => sum + emptyValues, 0),
    dropped: batches.flatMap(({ dropped }) => dropped),
    converted: batches.flatMap(({ converted }) => converted),
    comments: batches.flatMap(({ comments }) => comments),
    unreadable: batches.flatMap(({ unreadable }) => unreadable),
  }
}
