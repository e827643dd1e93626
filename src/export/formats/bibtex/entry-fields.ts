import { authorNames } from '../../../model/author.ts'
import type { KnownFields, Venue } from '../../../model/card.ts'
import { parseDate } from '../../../model/date.ts'
import { babelName } from '../../../notation/latex/babel-language.ts'
import { authorValue } from './author-value.ts'
import { bibLine, bibText } from './bib-text.ts'
import type { EntryShape } from './entry-shape.ts'
import { keptCapitals, namesIn } from './kept-capitals.ts'
import type { Dialect } from './tex-signs.ts'
import { texText } from './tex-text.ts'

/** The values of an entry by their fields, in the order in which they are written, without delimiters. */
export type EntryFields = ReadonlyMap<string, string>

/** The macros that each style words in its own way. */
export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The fields of an entry, each text in a form in which it cannot act in TeX. Those that come to nothing are left out. */
export function entryFields(
  fields: KnownFields,
  shape: EntryShape,
  venue: Venue | undefined,
  dialect: Dialect,
): EntryFields {
  const text = (value = '') => texText(bibText(value), dialect)
  const line = (value = '') => texText(bibLine(value), dialect)
  const title = bibLine(fields.title ?? '')
  const kept = keptCapitals(title, { language: fields.language, names: namesOf(fields, venue) })
  const date = (value: string | undefined) => (value === undefined ? '' : (calendarDate(value) ?? ''))
  const language = fields.language === undefined ? undefined : babelName(fields.language)
  const isLatex = dialect === 'biblatex'
  const rows: readonly (readonly [field: string, value: string | undefined])[] = [
    ['author', authorValue(authorNames(fields.authors), dialect)],
    ['title', texText(title, dialect, kept)],
    ['shorttitle', line(fields.label)],
    ['type', shape.words],
    ['entrysubtype', shape.subtype],
    [shape.venue, line(venue?.name)],
    ...(isLatex ? [['date', date(fields.published)] as const] : yearMonthDay(date(fields.published))),
    ['isbn', isLatex && shape.entry !== 'book' ? undefined : fields.isbn],
    ['doi', verbatim(fields.doi)],
    ...eprint(fields, dialect),
    ['url', verbatim(fields.url)],
    ['urldate', date(fields.accessed)],
    isLatex
      ? ['langid', language ?? babelName(fields.language?.split('-')[0] ?? '')]
      : ['language', language ?? fields.language],
    ['keywords', fields.tags?.join(', ')],
    ['abstract', text(fields.abstract)],
    [isLatex ? 'annotation' : 'annote', text(fields.notes)],
  ]
  return new Map(
    rows.flatMap(([field, value]) => (value === undefined || value === '' ? [] : [[field, value]])),
  )
}

/** As much of a date as the calendar has. */
function calendarDate(date: string): string | undefined {
  return [date, date.slice(0, 7), date.slice(0, 4)].find(part => parseDate(part) !== undefined)
}

function yearMonthDay(date: string): (readonly [string, string | undefined])[] {
  const [year, month, day] = date.split('-')
  return [
    ['year', year],
    ['month', MONTHS[Number(month) - 1]],
    ['day', day === undefined ? undefined : String(Number(day))],
  ]
}

function eprint({ arxiv, pmid }: KnownFields, dialect: Dialect): (readonly [string, string | undefined])[] {
  if (dialect === 'bibtex')
    return [
      ['eprint', arxiv],
      ['archiveprefix', arxiv === undefined ? undefined : 'arXiv'],
      ['pmid', pmid],
    ]
  return [
    ['eprint', arxiv ?? pmid],
    ['eprinttype', arxiv !== undefined ? 'arxiv' : pmid === undefined ? undefined : 'pubmed'],
  ]
}

/**
 * An address as it is: LaTeX, Biber and every reader take it so, percent signs and underscores included. Only a brace or
 * a backslash would end it, or begin a command: they are percent-encoded, and so is a semicolon that seems to part two.
 */
function verbatim(address: string | undefined): string | undefined {
  return address?.replace(/[{}\\\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|;(?=https?:\/\/)/giu, sign =>
    /\p{Cs}/u.test(sign) ? '%EF%BF%BD' : encodeURIComponent(sign),
  )
}

/** The words that the card itself shows to be names. */
function namesOf(fields: KnownFields, venue: Venue | undefined): ReadonlySet<string> {
  const { abstract = '', summary = '', key_points = [], relevance = '', review = '', notes = '' } = fields
  const told = namesIn([abstract, summary, ...key_points, relevance, review, notes])
  const families = authorNames(fields.authors).flatMap(({ family, literal }) => wordsOf(family ?? literal))
  return new Set([...told, ...families, ...wordsOf(venue?.name)])
}

function wordsOf(name = ''): string[] {
  return name.match(/\p{Lu}[\p{L}\p{N}'’]+/gu) ?? []
}
