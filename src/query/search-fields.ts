import type { Card } from '../model/card.ts'
import type { JsonField } from '../model/card-json.ts'
import { readableName } from './readable-name.ts'

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
  {
    name: 'authors',
    weight: 3,
    length: 200,
    textsOf: ({ fields }) => fields.authors?.map(readableName) ?? [],
  },
  { name: 'tags', weight: 2, length: 80, textsOf: ({ fields }) => fields.tags ?? [] },
]

function some<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
