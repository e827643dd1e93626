import type { Card } from '../../../model/card.ts'
import { VenueNames } from '../../../notation/venue-names.ts'
import type { Exporter, ExportJob } from '../../exporter.ts'
import type { Keeps } from '../../format-facts.ts'
import { logLost } from '../../log-lost.ts'
import { namedVenue } from '../../named-venue.ts'
import { type EntryFields, entryFields } from './entry-fields.ts'
import { entryShape } from './entry-shape.ts'
import { itemFromEntry } from './item-from-entry.ts'
import { lossReason } from './loss-reason.ts'
import type { Dialect } from './tex-signs.ts'

const KEEPS: Keeps = {
  id: 'citation key',
  url: 'url',
  doi: 'doi',
  isbn: 'isbn',
  title: 'title',
  label: 'shorttitle',
  authors: 'author',
  abstract: 'abstract',
  tags: 'keywords',
  accessed: 'urldate',
}

/** Cards as BibTeX, as every bibliography style, reference manager and 8-bit BibTeX takes it. */
export const bibtex: Exporter = {
  name: 'bibtex',
  kind: 'citations',
  description: 'BibTeX, for any style of LaTeX and any reference manager; accents as TeX commands',
  extension: 'bib',
  hasKeys: true,
  keeps: {
    ...KEEPS,
    arxiv: 'eprint, archiveprefix',
    pmid: 'pmid',
    type: 'entry type, type, entrysubtype',
    published: 'year, month, day',
    venue: 'journal, booktitle, publisher, institution, howpublished',
    language: 'language',
    notes: 'annote',
  },
  write: (cards, job) => entries(cards, job, 'bibtex'),
}

/** Cards as BibLaTeX, in UTF-8, within the data model that Biber has. */
export const biblatex: Exporter = {
  name: 'biblatex',
  kind: 'citations',
  description: 'BibLaTeX, for Biber: whole dates, online sources, datasets and software; UTF-8',
  extension: 'bib',
  hasKeys: true,
  keeps: {
    ...KEEPS,
    arxiv: 'eprint, eprinttype',
    pmid: 'eprint, eprinttype',
    type: 'entry type, entrysubtype',
    published: 'date',
    venue: 'journaltitle, booktitle, publisher, institution, organization',
    language: 'langid',
    notes: 'annotation',
  },
  write: (cards, job) => entries(cards, job, 'biblatex'),
}

function* entries(cards: readonly Card[], job: ExportJob, dialect: Dialect): Iterable<string> {
  const names = new VenueNames(job.registries.venues.all)
  let isFirst = true
  for (const card of cards) {
    yield `${isFirst ? '' : '\n'}${entryText(card, job, names, dialect)}`
    isFirst = false
  }
}

function entryText(card: Card, job: ExportJob, names: VenueNames, dialect: Dialect): string {
  const venue = namedVenue(card, job, names)
  const shape = entryShape(card.fields, venue, dialect)
  const written = entryFields(card.fields, shape, venue, dialect)
  logLost(card, itemFromEntry(shape, written), job, (field, why) => lossReason(card, field, written) ?? why)
  return `@${shape.entry}{${job.keyOf(card)},\n${lines(written)}\n}\n`
}

function lines(written: EntryFields): string {
  return [...written]
    .map(([field, value]) => `  ${field} = ${field === 'month' ? value : `{${value}}`}`)
    .join(',\n')
}
