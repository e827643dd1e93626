import type { CslItem } from '../../../notation/csl/csl-item.ts'
import { tagOfBabelName } from '../../../notation/latex/babel-language.ts'
import { entryCslType } from '../../../notation/latex/bibtex-types.ts'
import { latexText } from '../../../notation/latex/latex-text.ts'
import { cslNamesIn } from './author-value.ts'
import { type EntryFields, MONTHS } from './entry-fields.ts'
import type { EntryShape } from './entry-shape.ts'

/** What a reader, as our importer is one, makes of an entry: by it we know what that does not tell. */
export function itemFromEntry(shape: EntryShape, written: EntryFields): CslItem {
  const text = (field: string) => {
    const source = written.get(field)
    return source === undefined ? undefined : latexText(source)
  }
  const authors = written.get('author')
  const isPubMed = written.get('eprinttype') === 'pubmed'
  const eprint = written.get('eprint')
  const isArxiv = eprint !== undefined && !isPubMed
  const language = written.get('langid') ?? written.get('language')
  const [url, isbn] = [written.get('url'), written.get('isbn')]
  const { type } = entryCslType(shape.entry, {
    words: shape.words,
    subtype: shape.subtype,
    isArxiv,
    hasUrl: url !== undefined,
    hasIsbn: isbn !== undefined,
  })
  const item = {
    type,
    title: text('title'),
    'title-short': text('shorttitle'),
    author: authors === undefined ? undefined : cslNamesIn(authors),
    issued: issued(written),
    accessed: written.has('urldate') ? { raw: written.get('urldate') } : undefined,
    abstract: text('abstract'),
    note: text('annote') ?? text('annotation'),
    keyword: text('keywords'),
    language: language === undefined ? undefined : (tagOfBabelName(language) ?? language),
    URL: url,
    DOI: written.get('doi'),
    ISBN: isbn,
    PMID: isPubMed ? eprint : written.get('pmid'),
    archive: isArxiv ? 'arXiv' : undefined,
    archive_location: isArxiv ? eprint : undefined,
  }
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CslItem
}

function issued(written: EntryFields): CslItem['issued'] {
  const date = written.get('date')
  if (date !== undefined) return { raw: date }
  const [year, month, day] = ['year', 'month', 'day'].map(part => written.get(part))
  if (year === undefined) return undefined
  const number = month === undefined ? undefined : MONTHS.indexOf(month) + 1
  return { 'date-parts': [[year, number, day].filter(part => part !== undefined)] }
}
