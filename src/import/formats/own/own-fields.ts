import { DERIVED_FIELDS, JSON_FIELDS } from '../../../model/card-json.ts'
import type { FieldMapping } from '../../importer.ts'

const NOTES: Readonly<Record<string, string>> = {
  id: 'kept when it is free',
  authors: 'without the `name` that is made of their parts',
  cited_by: 'pages that are described there go to `pages.yaml`',
  preview: 'the excerpt itself is not in the file',
  retired: 'a retired card is not imported',
}

const NOWHERE = ['preview', 'retired', ...DERIVED_FIELDS]

/** Every field of a card's JSON. */
export const OWN_FIELDS: readonly FieldMapping[] = JSON_FIELDS.map(from => ({
  from,
  to: NOWHERE.includes(from) ? '—' : from,
  ...(NOTES[from] === undefined ? {} : { note: NOTES[from] }),
}))
