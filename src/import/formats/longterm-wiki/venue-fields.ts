import type { Raw } from '../../../load/raw.ts'
import * as convert from '../../convert-value.ts'
import type { FieldLog } from '../../import-log.ts'
import type { FieldMapping } from '../../importer.ts'

/** A field of a publication: where in `venues.yaml` it goes, and how. */
export interface VenueField extends FieldMapping {
  readonly convert: (value: Raw, log: FieldLog) => unknown
}

/** Every field of an entry of `publications.yaml`. */
export const VENUE_FIELDS: readonly VenueField[] = [
  { from: 'id', to: 'id', convert: convert.slug },
  { from: 'name', to: 'name', convert: convert.line },
  { from: 'domains', to: 'domains', convert: convert.domains },
  { from: 'type', to: 'type', convert: venueType },
  { from: 'credibility', to: 'credibility', convert: convert.rating },
  { from: 'peer_reviewed', to: 'peer_reviewed', convert: convert.yesOrNo },
  { from: 'description', to: 'description', convert: convert.line },
]

function venueType(value: Raw, log: FieldLog): string | undefined {
  const type = convert.line(value, log)
  if (type === undefined || /^[a-z]+(?:_[a-z]+)*$/.test(type)) return type
  log.drop(`It is not in lower-case letters and underscores: ${type}`)
  return undefined
}
