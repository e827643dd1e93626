import type { CardType, KnownFields, Venue } from '../../../model/card.ts'
import { isConference } from '../../../notation/is-conference.ts'
import type { Dialect } from './tex-signs.ts'

/** What kind of entry a card becomes. */
export interface EntryShape {
  readonly entry: string
  /** The field that names its venue. */
  readonly venue: string
  /** What `type` says, where the entry prints it or has no other way to say its kind. */
  readonly words?: string
  /** What `entrysubtype` says. */
  readonly subtype?: string
}

/** Of what no entry type of BibTeX is for, `type` in words. */
const WORDS: Readonly<Record<CardType, string>> = {
  web: 'Web page',
  blog: 'Blog post',
  paper: 'Paper',
  report: 'Report',
  book: 'Book',
  government: 'Government document',
  reference: 'Reference entry',
  news: 'News article',
  talk: 'Talk',
  podcast: 'Podcast',
  video: 'Video',
  interview: 'Interview',
  dataset: 'Dataset',
  code: 'Software',
  other: 'Document',
}

/** The same in a word for `entrysubtype`, which styles may look at and do not print. */
const SUBTYPES: Readonly<Partial<Record<CardType, string>>> = {
  news: 'newspaper',
  code: 'software',
  web: 'webpage',
}

/**
 * The kind of entry for a card: one whose fields the data model of its dialect has, and from which the card's type can
 * be told.
 * @param venue that the card names, if the library has it
 */
export function entryShape(fields: KnownFields, venue: Venue | undefined, dialect: Dialect): EntryShape {
  return dialect === 'bibtex' ? bibtexShape(fields, venue) : biblatexShape(fields, venue)
}

function bibtexShape(
  { type = 'other', arxiv, url, isbn }: KnownFields,
  venue: Venue | undefined,
): EntryShape {
  switch (type) {
    case 'paper':
      if (venue === undefined && arxiv !== undefined) return { entry: 'misc', venue: 'howpublished' }
      return paperShape(venue, 'journal')
    case 'news':
      if (venue !== undefined) return { entry: 'article', venue: 'journal', subtype: 'newspaper' }
      break
    case 'book':
      return { entry: 'book', venue: 'publisher' }
    case 'report':
      if (venue !== undefined) return { entry: 'techreport', venue: 'institution', words: WORDS.report }
      break
    case 'web':
      if (url !== undefined && isbn === undefined && arxiv === undefined)
        return { entry: 'misc', venue: 'howpublished' }
      break
    default:
  }
  return { entry: 'misc', venue: 'howpublished', words: WORDS[type] }
}

/** Biber's data model asks for authors and where it appeared of all that is not online. */
function biblatexShape(fields: KnownFields, venue: Venue | undefined): EntryShape {
  const { type = 'other', authors, isbn } = fields
  const isWhole = venue !== undefined && authors !== undefined && authors.length > 0
  const subtype = SUBTYPES[type] ?? type
  const isOnline = [fields.url, fields.doi, fields.arxiv, fields.pmid].some(id => id !== undefined)
  // Nothing but a book has an ISBN; without it nothing would tell the source.
  if (!isOnline) return { entry: 'book', venue: 'publisher', ...(type === 'book' ? {} : { subtype }) }
  switch (type) {
    case 'paper':
      if (isWhole) return paperShape(venue, 'journaltitle')
      break
    case 'news':
      if (isWhole) return { entry: 'article', venue: 'journaltitle', subtype }
      break
    case 'report':
      if (isWhole) return { entry: 'report', venue: 'institution', words: WORDS.report }
      break
    case 'book':
      if (isbn !== undefined || (authors ?? []).length > 0) return { entry: 'book', venue: 'publisher' }
      break
    case 'dataset':
      return { entry: 'dataset', venue: 'organization' }
    case 'code':
      return { entry: 'software', venue: 'organization' }
    case 'web':
      return { entry: 'online', venue: 'organization' }
    default:
  }
  return { entry: type === 'other' ? 'misc' : 'online', venue: 'organization', subtype }
}

function paperShape(venue: Venue | undefined, journal: string): EntryShape {
  return isConference(venue)
    ? { entry: 'inproceedings', venue: 'booktitle' }
    : { entry: 'article', venue: journal }
}
