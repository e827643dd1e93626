import type { Venue } from '../../../model/card.ts'
import type { ImportLog } from '../../import-log.ts'
import type { Imported } from '../../importer.ts'
import type { SourceEntry } from '../../source-entries.ts'
import { readFields } from './read-fields.ts'
import { VENUE_FIELDS } from './venue-fields.ts'

/** An entry of `publications.yaml` as a venue, or undefined for one without an id or a name. */
export function readVenue(entry: SourceEntry, log: ImportLog): Imported<Venue> | undefined {
  const { id } = entry.values
  const fields: Partial<Venue> = readFields(entry, typeof id === 'string' ? id : undefined, VENUE_FIELDS, log)
  const origin = { file: entry.file, line: entry.line }
  if (fields.id !== undefined && fields.name !== undefined) {
    return { item: { ...fields, id: fields.id, name: fields.name }, origin }
  }
  log.refuse(
    origin,
    'This entry is neither a record, which has a url, nor a publication, which has an id and a name.',
  )
  return undefined
}
