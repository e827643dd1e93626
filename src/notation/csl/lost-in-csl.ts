import { authorNames } from '../../model/author.ts'
import type { KnownFields } from '../../model/card.ts'
import { withoutStandIns } from '../without-stand-ins.ts'
import { cardFromCsl } from './card-from-csl.ts'
import type { CslItem } from './csl-item.ts'

const FIELDS = [
  'url',
  'doi',
  'arxiv',
  'isbn',
  'pmid',
  'title',
  'label',
  'type',
  'authors',
  'published',
  'language',
  'abstract',
  'notes',
  'tags',
  'accessed',
] as const

type Field = (typeof FIELDS)[number]

/** A field of a card that an item does not tell as it is. */
export interface LostInCsl {
  readonly field: Field
  /** Whether nothing of it can be told. */
  readonly isGone: boolean
  readonly why: string
}

const EVENED = 'white space and odd characters evened out'

const WHY: Readonly<Record<Field, string>> = {
  url: 'a link to the DOI is the DOI',
  doi: 'not in the form of one',
  arxiv: 'without the version',
  isbn: 'not in the form of one',
  pmid: 'not in the form of one',
  title: EVENED,
  label: EVENED,
  type: 'the format has none for it',
  authors: 'parts of names that cannot be told apart',
  published: 'a day that no calendar has',
  language: 'in its usual form',
  abstract: EVENED,
  notes: EVENED,
  tags: 'repeated, or too long',
  accessed: 'a day that no calendar has',
}

/** What of a card would be another if it were read out of an item again: what the item does not tell as it is. */
export function lostInCsl(fields: KnownFields, item: CslItem): LostInCsl[] {
  const said = withoutStandIns(cardFromCsl(item).fields, () => {}) as Partial<KnownFields>
  return FIELDS.flatMap(field => {
    if (fields[field] === undefined || isSame(fields, said, field)) return []
    const isGone = said[field] === undefined
    return [{ field, isGone, why: whyLost(fields, field, said) }]
  })
}

function whyLost(fields: KnownFields, field: Field, said: Partial<KnownFields>): string {
  if (field === 'arxiv' && !/v\d+$/.test(fields.arxiv ?? '')) return 'the address names another'
  if (said[field] === undefined) {
    if (field === 'label') return 'it repeats the title, or says nothing'
    return EMPTY.has(field) ? 'it says nothing' : WHY[field]
  }
  const isJoined =
    field === 'abstract' && /\n\s*\n/.test(fields.abstract ?? '') && !/\n/.test(said.abstract ?? '')
  return isJoined ? 'as one paragraph' : WHY[field]
}

const EMPTY: ReadonlySet<Field> = new Set(['title', 'abstract', 'notes', 'authors'])

function isSame(fields: KnownFields, said: Partial<KnownFields>, field: Field): boolean {
  if (JSON.stringify(fields[field]) === JSON.stringify(said[field])) return true
  // DOIs that differ in case alone are one (ISO 26324).
  if (field === 'doi') return fields.doi?.toLowerCase() === said.doi?.toLowerCase()
  return field === 'authors' && nameParts(fields) === nameParts(said)
}

/** The parts of all names but for ORCID iDs, which are told of by themselves. */
function nameParts({ authors }: Partial<KnownFields>): string {
  return JSON.stringify(authorNames(authors).map(({ orcid: _, ...name }) => Object.entries(name).sort()))
}
