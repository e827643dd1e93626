import type { CardFields } from '../model/card.ts'
import { lineOf } from './page-text.ts'
import { readAbstract, readDescription } from './read-abstract.ts'
import { readAuthors, readBylines } from './read-authors.ts'
import { readDate } from './read-date.ts'
import { readArxiv, readDoi, readIsbn, readPmid } from './read-identifier.ts'
import { readLanguage } from './read-language.ts'
import { readTitle } from './read-title.ts'
import { readType } from './read-type.ts'
import type { Said } from './statement.ts'

/** What makes a value of a card out of what a page says under one name; undefined when there is none in it. */
export type Reading = (values: readonly Said[], page: { readonly sites: ReadonlySet<string> }) => unknown

export interface TrustRow {
  readonly field: keyof CardFields | 'venueName'
  /** Names under which pages say it, the most trusted first. */
  readonly sources: readonly string[]
  readonly read: Reading
}

/** A reading of the first text that has a value in it. */
function first<T>(read: (text: string, sites: ReadonlySet<string>) => T | undefined): Reading {
  return (values, { sites }) => {
    for (const value of values) {
      const found = typeof value === 'string' ? read(value, sites) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** That a page says anything there tells the type of its card. */
const means = (type: CardFields['type']): Reading => first(() => type)

/**
 * Where each field of a card is looked for on a page, in the order of trust: the first source that has a value wins.
 * What is written for scholarly indexes (Highwire Press, PRISM) comes before what is written for search engines
 * (JSON-LD) and libraries (Dublin Core), and that before what is written to look good when shared (Open Graph, X).
 */
export const TRUST: readonly TrustRow[] = [
  {
    field: 'doi',
    sources: ['citation_doi', 'prism.doi', 'bepress_citation_doi', 'publication_doi'],
    read: first(readDoi),
  },
  {
    field: 'doi',
    sources: ['JSON-LD identifier', 'dc.identifier.doi', 'dc.identifier', 'dcterms.identifier', 'doi'],
    read: first(readDoi),
  },
  { field: 'arxiv', sources: ['citation_arxiv_id'], read: first(readArxiv) },
  {
    field: 'isbn',
    sources: ['citation_isbn', 'JSON-LD isbn', 'book:isbn', 'books:isbn'],
    read: first(readIsbn),
  },
  { field: 'pmid', sources: ['citation_pmid', 'ncbi_pmid'], read: first(readPmid) },
  {
    field: 'title',
    sources: [
      ...['citation_title', 'bepress_citation_title', 'JSON-LD headline', 'JSON-LD name'],
      ...['dc.title', 'dcterms.title', 'og:title', 'twitter:title', '<title>'],
    ],
    read: first(readTitle),
  },
  { field: 'type', sources: ['citation_technical_report_institution'], read: means('report') },
  {
    field: 'type',
    sources: [
      ...['citation_journal_title', 'citation_conference_title', 'citation_conference'],
      ...['citation_dissertation_institution', 'citation_arxiv_id', 'bepress_citation_title'],
    ],
    read: means('paper'),
  },
  { field: 'type', sources: ['JSON-LD @type'], read: first(card => card) },
  { field: 'type', sources: ['citation_isbn'], read: means('book') },
  { field: 'type', sources: ['dc.type', 'dcterms.type', 'og:type'], read: first(readType) },
  {
    field: 'authors',
    sources: [
      ...[
        'citation_author',
        'citation_authors',
        'bepress_citation_author',
        'JSON-LD author',
        'JSON-LD creator',
      ],
      ...['dc.creator', 'dcterms.creator'],
    ],
    read: readAuthors,
  },
  {
    field: 'authors',
    sources: ['article:author', 'parsely-author', 'author', 'byl'],
    read: readBylines,
  },
  {
    field: 'published',
    sources: [
      ...['citation_publication_date', 'citation_date', 'citation_online_date', 'prism.publicationdate'],
      ...['bepress_citation_date', 'JSON-LD datePublished', 'JSON-LD uploadDate'],
      ...['dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created'],
      ...['article:published_time', 'parsely-pub-date', 'datepublished', 'uploaddate', 'date', 'pubdate'],
      'JSON-LD dateCreated',
    ],
    read: first(readDate),
  },
  {
    field: 'language',
    sources: [
      ...['citation_language', 'JSON-LD inLanguage', 'dc.language', 'dcterms.language'],
      ...['<html lang>', 'og:locale', 'content-language'],
    ],
    read: first(readLanguage),
  },
  {
    field: 'abstract',
    sources: ['citation_abstract', 'JSON-LD abstract', 'dcterms.abstract', 'dc.description.abstract'],
    read: first(readAbstract),
  },
  {
    field: 'abstract',
    sources: [
      ...['dc.description', 'dcterms.description', 'JSON-LD description'],
      ...['og:description', 'twitter:description', 'description'],
    ],
    read: first(readDescription),
  },
  {
    field: 'venueName',
    sources: [
      ...[
        'citation_journal_title',
        'citation_conference_title',
        'citation_conference',
        'citation_inbook_title',
      ],
      ...['prism.publicationname', 'bepress_citation_journal_title', 'citation_technical_report_institution'],
      ...['JSON-LD isPartOf', 'og:site_name', 'JSON-LD publisher', 'dc.publisher', 'citation_publisher'],
      'application-name',
    ],
    read: first(text => lineOf(text.slice(0, 300)) || undefined),
  },
]
