import { JSON_FIELDS, type JsonField } from '../../model/card-json.ts'

/** Fields that are maps, of which each cell holds a part, and those that no cell holds. */
const IN_CELLS: { readonly [F in JsonField]?: readonly string[] } = {
  credibility: ['credibility.rating', 'credibility.reason'],
  forum: ['forum.karma', 'forum.comments', 'forum.answers'],
  fetch: ['fetch.at', 'fetch.status', 'fetch.http_status', 'fetch.content_hash', 'fetch.file'],
  extra: [],
  preview: [],
  retired: [],
  resource_id: [],
  effective_credibility: [],
  path: [],
}

/** Fields of a card that a cell can hold, each the name of its column. `extra.` and a name is one as well. */
export const CSV_FIELDS: readonly string[] = JSON_FIELDS.flatMap(field => IN_CELLS[field] ?? [field])

/** Those that are lists. */
export const LIST_FIELDS: ReadonlySet<string> = new Set([
  ...['also_at', 'authors', 'key_points', 'tags', 'cited_by', 'aliases'],
])

/** The rating that counts, and where it comes from: derived, so that no card is made of it again. */
export const RATING_COLUMNS: readonly string[] = [
  ...['effective_credibility.rating', 'effective_credibility.label'],
  ...['effective_credibility.from', 'effective_credibility.venue'],
]
