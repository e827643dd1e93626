import type { ImportedCard } from './importer.ts'

/** Where a record stands, as a report says it. */
export function placeOf({ origin, recordId }: ImportedCard) {
  return { file: origin.file, line: origin.line, ...(recordId === undefined ? {} : { record_id: recordId }) }
}
