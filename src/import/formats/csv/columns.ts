import { squashed, synonymOf } from '../../../load/explain/field-synonyms.ts'
import { CSV_FIELDS } from '../../../notation/csv/csv-fields.ts'

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
