import type { BibtexEntry, BibtexField } from './scan-entries.ts'

/** What belongs to an entry alone: it identifies the other, or is about it. */
const OWN = new Set(
  `crossref xref ids url doi eprint archiveprefix eprinttype primaryclass howpublished pmid urldate abstract keywords
  note annote annotation file shorttitle subtitle titleaddon pages`.split(/\s+/),
)

/** The names that a field of the whole has in a part of it. */
const RENAMED: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
}

/**
 * The fields of an entry, with those that it lacks of the entry that its `crossref` names. The title of the whole is
 * the book's. That entry's own `crossref` is not followed.
 */
export function withCrossref(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
): readonly BibtexField[] {
  const key = entry.fields
    .find(({ name }) => name === 'crossref')
    ?.value.trim()
    .toLowerCase()
  const whole = key === undefined ? undefined : byKey.get(key)
  if (whole === undefined || whole === entry) return entry.fields
  const names = new Set(entry.fields.map(({ name }) => name))
  const isPart = entry.type.startsWith('in') || entry.type === 'conference'
  const inherited = whole.fields.flatMap(field => {
    if (OWN.has(field.name)) return []
    const name = (isPart ? RENAMED[field.name] : undefined) ?? field.name
    return names.has(name) ? [] : [{ ...field, name, line: entry.line }]
  })
  // What the whole calls its booktitle is said more exactly than its title.
  return [
    ...entry.fields,
    ...inherited.filter(({ name }, i) => inherited.findLastIndex(f => f.name === name) === i),
  ]
}
