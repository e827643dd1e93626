import type { FieldMapping } from '../../importer.ts'

/** How the value of a field is written. */
type Form = 'text' | 'names' | 'verbatim' | 'url' | 'date' | 'language' | 'prose'

/** A field of an entry: its value in CSL, where there is one, and in a card. */
export interface BibtexFieldRow extends FieldMapping {
  readonly csl?: string
  readonly form?: Form
}

const VENUE = 'of the venue with that name; else the report tells the name'

/** Fields of BibTeX and BibLaTeX. Of several for one value of CSL, the first that an entry has counts. */
export const BIBTEX_FIELDS: readonly BibtexFieldRow[] = [
  { from: 'title', to: 'title', csl: 'title', form: 'text', note: 'with `subtitle` behind a colon' },
  { from: 'subtitle', to: 'title' },
  { from: 'shorttitle', to: 'label', csl: 'title-short', form: 'text' },
  { from: 'author', to: 'authors', csl: 'author', form: 'names' },
  { from: 'date', to: 'published', csl: 'issued', form: 'date', note: 'the first date of a range' },
  { from: 'year', to: 'published', note: 'with `month` and `day`' },
  { from: 'month', to: 'published' },
  { from: 'day', to: 'published' },
  { from: 'journaltitle', to: 'venue', csl: 'container-title', form: 'text', note: VENUE },
  { from: 'journal', to: 'venue', csl: 'container-title', form: 'text', note: VENUE },
  { from: 'booktitle', to: 'venue', csl: 'container-title', form: 'text', note: VENUE },
  {
    from: 'publisher',
    to: 'venue',
    csl: 'publisher',
    form: 'text',
    note: 'unless there is a journal or book',
  },
  { from: 'institution', to: 'venue', csl: 'publisher', form: 'text', note: 'the same' },
  { from: 'organization', to: 'venue', csl: 'publisher', form: 'text', note: 'the same' },
  { from: 'school', to: 'venue', csl: 'publisher', form: 'text', note: 'the same' },
  { from: 'doi', to: 'doi', csl: 'DOI', form: 'verbatim', note: 'bare, in lower case' },
  { from: 'url', to: 'url', csl: 'URL', form: 'url', note: '`doi` for a link to a DOI' },
  { from: 'howpublished', to: 'url', note: 'only the address in it; of `@misc` without one, the venue' },
  {
    from: 'eprint',
    to: 'arxiv',
    note: 'of arXiv, by `archiveprefix`, `eprinttype` or its form; `pmid` of PubMed',
  },
  { from: 'archiveprefix', to: 'arxiv' },
  { from: 'eprinttype', to: 'arxiv' },
  { from: 'isbn', to: 'isbn', csl: 'ISBN', form: 'text' },
  { from: 'pmid', to: 'pmid', csl: 'PMID', form: 'text' },
  { from: 'language', to: 'language', csl: 'language', form: 'language' },
  { from: 'langid', to: 'language', csl: 'language', form: 'language' },
  { from: 'abstract', to: 'abstract', csl: 'abstract', form: 'prose' },
  {
    from: 'keywords',
    to: 'tags',
    csl: 'keyword',
    form: 'text',
    note: 'as slugs: `Machine learning` is `machine-learning`',
  },
  { from: 'note', to: 'notes', csl: 'note', form: 'prose', note: 'with `annote` and `annotation` below' },
  { from: 'annote', to: 'notes' },
  { from: 'annotation', to: 'notes' },
  { from: 'urldate', to: 'accessed', csl: 'accessed', form: 'date' },
  { from: 'type', to: 'type', note: 'such as `Blog post` of `@misc` and `@online`' },
  { from: 'entrysubtype', to: 'type', note: 'such as `newspaper` of `@article`' },
  {
    from: 'crossref',
    to: '—',
    note: 'what the entry lacks is taken from the other, but for what identifies that',
  },
]
