import { squashed, synonymOf } from '../../../load/explain/field-synonyms.ts'
import { JSON_FIELDS, type JsonField } from '../../../model/card-json.ts'

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

/** Fields of a card that a cell can hold. `extra.` and a name is one as well. */
export const CSV_FIELDS: readonly string[] = JSON_FIELDS.flatMap(field => IN_CELLS[field] ?? [field])

/** Those that are lists. */
export const LIST_FIELDS: ReadonlySet<string> = new Set([
  ...['also_at', 'authors', 'key_points', 'tags', 'cited_by', 'aliases'],
])

/** What the tables of Zotero call a field, where others have no such name for it. */
const ZOTERO: Readonly<Record<string, string>> = {
  itemtype: 'type',
  publicationyear: 'published',
  publicationtitle: 'venue',
  abstractnote: 'abstract',
  accessdate: 'accessed',
  manualtags: 'tags',
  extra: 'notes',
}

/** Columns that a card's JSON has besides its fields: they are made of them again. */
const DERIVED = /^(?:resource_id|path|effective_credibility(?:\..*)?)$/

/** What a column is: a field, `derived`, or nothing that is known. */
export type Column = { readonly field: string } | 'derived' | undefined

/** What a column is, by its heading, in any case and spelling; `map` goes before that. */
export function columnOf(heading: string, map: ReadonlyMap<string, string> | undefined): Column {
  const name = heading.trim()
  const told = map?.get(heading) ?? map?.get(name)
  if (told !== undefined) return { field: told }
  if (DERIVED.test(name)) return 'derived'
  if (/^extra\.[^.]+$/.test(name)) return { field: name }
  const squashedName = squashed(name.replace(/\(s\)$/i, 's'))
  const own = CSV_FIELDS.find(field => squashed(field) === squashedName)
  const zotero = Object.hasOwn(ZOTERO, squashedName) ? ZOTERO[squashedName] : undefined
  const field =
    own ?? zotero ?? (squashedName === 'rating' ? 'credibility.rating' : synonymOf(squashedName, CSV_FIELDS))
  return field === undefined ? undefined : { field }
}
