import type { FileKind } from '../load/source-text.ts'
import { JSON_FIELDS } from '../model/card-json.ts'
import type { Pointer } from '../model/place.ts'

/** The order within a field that is a map. */
const ORDER_WITHIN: Readonly<Record<string, readonly string[]>> = {
  credibility: ['rating', 'reason'],
  forum: ['karma', 'comments', 'answers'],
  fetch: ['at', 'status', 'http_status', 'content_hash', 'file'],
  preview: ['file', 'truncated', 'size_kb'],
  retired: ['date', 'reason', 'replaced_by'],
}

const AUTHOR = ['given', 'family', 'particle', 'suffix', 'literal', 'orcid']
/** The order within an item of a registry. */
const ITEMS: Partial<Record<FileKind, readonly string[]>> = {
  venues: ['id', 'name', 'domains', 'type', 'credibility', 'peer_reviewed', 'description'],
  pages: ['id', 'title', 'type', 'quality', 'url'],
}

/** The order in which the keys of a map are written, by its place in its file; none where there is no order. */
export function keyOrder(kind: FileKind, pointer: Pointer): readonly string[] {
  if (kind !== 'card') return (pointer.length === 1 && ITEMS[kind]) || []
  const [field] = pointer
  if (field === undefined) return JSON_FIELDS
  if (pointer.length === 2 && field === 'authors') return AUTHOR
  return (pointer.length === 1 && Object.hasOwn(ORDER_WITHIN, field) && ORDER_WITHIN[field]) || []
}
