import type { Raw } from '../../../load/raw.ts'
import { resourceId } from '../../../model/stable-id.ts'
import * as convert from '../../convert-value.ts'
import type { FieldLog } from '../../import-log.ts'
import type { FieldMapping } from '../../importer.ts'

/** A field of a record: where it goes, and how. `url` is that of the record. */
export interface RecordField extends FieldMapping {
  readonly convert: (value: Raw, log: FieldLog, url: string) => unknown
}

/** Every field of a Longterm Wiki record (`papers.yaml`, `forums.yaml` and the like). */
export const RECORD_FIELDS: readonly RecordField[] = [
  {
    from: 'id',
    to: 'aliases',
    note: 'only when it is not the first 16 hex digits of the SHA-256 of `url`, which are found without an alias',
    convert: alias,
  },
  { from: 'url', to: 'url', note: 'a record without one is not imported', convert: convert.line },
  { from: 'title', to: 'title', note: 'the URL when there is none', convert: convert.line },
  { from: 'type', to: 'type', note: '`other` when the schema does not list it', convert: convert.cardType },
  { from: 'authors', to: 'authors', note: 'as they are written', convert: convert.names },
  { from: 'published_date', to: 'published', convert: convert.date },
  { from: 'publication_id', to: 'venue', convert: convert.slug },
  { from: 'abstract', to: 'abstract', convert: convert.text },
  { from: 'summary', to: 'summary', convert: convert.text },
  { from: 'key_points', to: 'key_points', convert: convert.texts },
  { from: 'review', to: 'review', convert: convert.text },
  { from: 'tags', to: 'tags', convert: convert.slugs },
  { from: 'cited_by', to: 'cited_by', convert: convert.pageIds },
  {
    from: 'fetched_at',
    to: 'fetch.at',
    note: '`2025-12-28 02:55:47` becomes `2025-12-28T02:55:47`; no time zone is added',
    convert: convert.timestamp,
  },
  { from: 'local_filename', to: 'fetch.file', convert: convert.line },
]

function alias(value: Raw, log: FieldLog, url: string): string[] | undefined {
  const id = convert.line(value, log)
  if (id === undefined || id === resourceId(url)) return undefined
  if (/^[A-Za-z0-9_-]{4,64}$/.test(id)) return [id]
  log.drop(`It cannot be an alias: ${id}`)
  return undefined
}
