import { authorNames } from '../model/author.ts'
import type { Author, Card } from '../model/card.ts'
import type { JsonField } from '../model/card-json.ts'

/** A field in which `search` looks for words. */
export interface SearchField {
  readonly name: JsonField
  /** How much a word in it counts. */
  readonly weight: number
  /** Length in characters at which a word counts as it is; in a longer text it counts less. */
  readonly length: number
  textsOf(card: Card): readonly string[]
}

/** In the order in which snippets are taken from them, when several match equally well. */
export const SEARCH_FIELDS: readonly SearchField[] = [
  { name: 'title', weight: 5, length: 60, textsOf: ({ fields }) => some(fields.title) },
  { name: 'summary', weight: 2, length: 400, textsOf: ({ fields }) => some(fields.summary) },
  { name: 'key_points', weight: 2, length: 400, textsOf: ({ fields }) => fields.key_points ?? [] },
  { name: 'abstract', weight: 1.5, length: 1200, textsOf: ({ fields }) => some(fields.abstract) },
  { name: 'relevance', weight: 0.5, length: 400, textsOf: ({ fields }) => some(fields.relevance) },
  { name: 'review', weight: 0.5, length: 800, textsOf: ({ fields }) => some(fields.review) },
  { name: 'notes', weight: 0.5, length: 400, textsOf: ({ fields }) => some(fields.notes) },
  { name: 'label', weight: 4, length: 30, textsOf: ({ fields }) => some(fields.label) },
  { name: 'authors', weight: 3, length: 200, textsOf: ({ fields }) => fields.authors?.map(nameOf) ?? [] },
  { name: 'tags', weight: 2, length: 80, textsOf: ({ fields }) => fields.tags ?? [] },
]

/** A name as people read it. Only an inverted one has to be taken apart for that, which takes time. */
function nameOf(author: Author): string {
  if (typeof author === 'string' && !author.includes(',')) return author
  return authorNames([author])[0]?.name ?? ''
}

function some<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
