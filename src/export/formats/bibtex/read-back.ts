import type { Card } from '../../../model/card.ts'
import type { CslItem } from '../../../notation/csl/csl-item.ts'
import { lostInCsl } from '../../../notation/csl/lost-in-csl.ts'
import { tagOfBabelName } from '../../../notation/latex/babel-language.ts'
import { entryCslType } from '../../../notation/latex/bibtex-types.ts'
import { latexText } from '../../../notation/latex/latex-text.ts'
import type { LossLog } from '../../loss-log.ts'
import { bibText } from './bib-text.ts'
import { type EntryFields, MONTHS } from './entry-fields.ts'
import type { EntryShape } from './entry-shape.ts'
import { cslNamesIn } from './tex-names.ts'

/** Tells the log what could not be told from an entry again: it is read as our importer reads it. */
export function logLosses(card: Card, shape: EntryShape, written: EntryFields, losses: LossLog): void {
  for (const { field, isGone, why } of lostInCsl(card.fields, itemOf(shape, written))) {
    const reason = ownReason(card, field, written) ?? why
    if (isGone) losses.drop(card, field, reason)
    else losses.change(card, field, reason)
  }
  if (card.fields.authors?.some(author => typeof author !== 'string' && author.orcid !== undefined))
    losses.drop(card, 'authors.orcid')
}

function ownReason({ fields }: Card, field: string, written: EntryFields): string | undefined {
  switch (field) {
    case 'title':
    case 'label':
    case 'abstract':
    case 'notes':
      return /[<&]/.test(fields[field] ?? '') && bibText(fields[field] ?? '') === fields[field]
        ? 'what looks like HTML may be read as such'
        : undefined
    case 'url':
    case 'doi':
      return written.get(field) === fields[field] ? undefined : 'braces and the like percent-encoded'
    case 'pmid':
      return fields.arxiv === undefined ? undefined : 'there is an arXiv identifier besides'
    case 'isbn':
      return written.has('isbn') ? undefined : 'only books have one'
    case 'language':
      return 'LaTeX has no name for it'
    default:
      return undefined
  }
}

function itemOf(shape: EntryShape, written: EntryFields): CslItem {
  const text = (field: string) => {
    const source = written.get(field)
    return source === undefined ? undefined : latexText(source)
  }
  const authors = written.get('author')
  const archive = written.has('pmid') || written.get('eprinttype') !== 'pubmed'
  const eprint = written.get('eprint')
  const language = written.get('langid') ?? written.get('language')
  const item = {
    title: text('title'),
    'title-short': text('shorttitle'),
    author: authors === undefined ? undefined : cslNamesIn(authors),
    issued: issued(written),
    accessed: written.has('urldate') ? { raw: written.get('urldate') } : undefined,
    abstract: text('abstract'),
    note: text('annote') ?? text('annotation'),
    keyword: text('keywords'),
    language: language === undefined ? undefined : (tagOfBabelName(language) ?? language),
    URL: written.get('url'),
    DOI: written.get('doi'),
    ISBN: written.get('isbn'),
    PMID: archive ? written.get('pmid') : eprint,
    ...(archive && eprint !== undefined ? { archive: 'arXiv', archive_location: eprint } : {}),
  }
  const { type } = entryCslType(shape.entry, {
    words: shape.words,
    subtype: shape.subtype,
    isArxiv: 'archive' in item,
    hasUrl: item.URL !== undefined,
    hasIsbn: item.ISBN !== undefined,
  })
  const said = Object.entries({ ...item, type }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as CslItem
}

function issued(written: EntryFields): CslItem['issued'] {
  const date = written.get('date')
  if (date !== undefined) return { raw: date }
  const [year, month, day] = ['year', 'month', 'day'].map(part => written.get(part))
  if (year === undefined) return undefined
  const number = month === undefined ? undefined : MONTHS.indexOf(month) + 1
  return { 'date-parts': [[year, number, day].filter(part => part !== undefined)] }
}
