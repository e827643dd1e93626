import { type AuthorName, authorNames } from './author.ts'
import type { Card, KnownFields, Page } from './card.ts'
import { type EffectiveCredibility, effectiveCredibility, type VenueIndex } from './credibility.ts'
import { resourceId } from './stable-id.ts'

/** The fields of a card in the order of its schema, then what is derived: the order of every JSON output. */
export const JSON_FIELDS = [
  'id',
  'url',
  'doi',
  'arxiv',
  'isbn',
  'pmid',
  'also_at',
  'title',
  'label',
  'type',
  'authors',
  'published',
  'venue',
  'language',
  'abstract',
  'summary',
  'key_points',
  'relevance',
  'review',
  'notes',
  'credibility',
  'tags',
  'cited_by',
  'forum',
  'accessed',
  'archive_url',
  'fetch',
  'preview',
  'aliases',
  'extra',
  'retired',
  'resource_id',
  'effective_credibility',
  'path',
] as const

/** What is in the JSON of a card and not in its file: derived, each time anew. */
export const DERIVED_FIELDS: readonly string[] = ['resource_id', 'effective_credibility', 'path']

/** The name of a field of that shape. */
export type JsonField = (typeof JSON_FIELDS)[number]

/** A page that cites, with what pages.yaml says of it; only its id when it says nothing. */
export type CitingPage = Pick<Page, 'id'> & Partial<Page>

/** The one JSON shape of a card: `show`, `list`, `search` and the API. What is absent is absent, never null. */
export interface CardJson extends Omit<KnownFields, 'authors' | 'cited_by'> {
  readonly authors?: readonly AuthorName[]
  readonly cited_by?: readonly CitingPage[]
  /** First 16 hex digits of the SHA-256 of `url`. */
  readonly resource_id?: string
  readonly effective_credibility?: EffectiveCredibility
  /** Path of the card's file, relative to the library. */
  readonly path: string
}

/** What of a library the JSON of a card draws on. */
export interface Registries {
  readonly venues: VenueIndex
  readonly pages: ReadonlyMap<string, Page>
}

/**
 * @param fields which, in which order; all when left out
 * @returns the card in its JSON shape
 */
export function cardJson(
  card: Card,
  registries: Registries,
  fields: readonly JsonField[] = JSON_FIELDS,
): CardJson {
  const json: { [F in JsonField]?: unknown } = {}
  for (const field of fields) {
    const value = jsonValue(card, registries, field)
    if (value !== undefined) json[field] = value
  }
  return json as CardJson
}

/** What a field of the JSON of a card holds; undefined when the card has none. */
export function jsonValue(card: Card, { venues, pages }: Registries, field: JsonField): unknown {
  switch (field) {
    case 'authors':
      return card.fields.authors && authorNames(card.fields.authors)
    case 'cited_by':
      return card.fields.cited_by?.map(id => pages.get(id) ?? { id })
    case 'resource_id':
      return card.fields.url === undefined ? undefined : resourceId(card.fields.url)
    case 'effective_credibility':
      return effectiveCredibility(card.fields, venues)
    case 'path':
      return card.path
    default:
      return card.fields[field]
  }
}

/** The fields of a card's file that a field of its JSON is made of, besides the ID. */
export function drawnOn(field: JsonField): readonly (keyof KnownFields)[] {
  switch (field) {
    case 'resource_id':
      return ['url']
    case 'effective_credibility':
      return ['credibility', 'venue', 'url']
    case 'path':
      return []
    default:
      return [field]
  }
}
