import type { Dropped } from './import-report.ts'
import type { ImportedCard } from './importer.ts'
import { placeOf } from './record-place.ts'

/** That an alias of a record is left out: by one ID there must be one card. */
export function aliasClash(record: ImportedCard, alias: string): Dropped {
  return { ...placeOf(record), key: 'aliases', why: `\`${alias}\` is the ID of another card.` }
}
