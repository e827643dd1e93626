import { authorNames } from '../../model/author.ts'
import type { Author, CardFields } from '../../model/card.ts'
import { arxivForm, arxivNumber } from '../../model/identifier.ts'
import { languageIn } from '../../model/language-in.ts'
import { isAndOthers } from '../and-others.ts'
import { tagsFrom } from '../tags-from-text.ts'
import { authorFromCsl } from './author-from-csl.ts'
import { cardTypeOf } from './card-types.ts'
import type { CslItem } from './csl-item.ts'
import { dateFromCsl } from './date-from-csl.ts'
import { identifiersFrom } from './identifiers-from-csl.ts'
import { isEmpty, Reading } from './reading.ts'

/** What a CSL item says of a source, as fields of a card, and what of it has no place in one. */
export interface CardFromCsl {
  /** Without ID; a field that the item does not give is absent. `type` is absent when the item's is unknown. */
  readonly fields: Partial<Omit<CardFields, 'id'>>
  /** The venue in words: the journal, else the publisher. */
  readonly venueName?: string
  /** Values that were not carried over, by their CSL name, and why. */
  readonly dropped: readonly { readonly key: string; readonly why: string }[]
}

/** Variables that can say `arXiv:…`. */
const ARXIV_KEYS = ['number', 'archive_location', 'archive', 'container-title', 'publisher', 'genre']

/** What CSL, which has no type for it, says of a document of a government: a report of this genre. */
const GOVERNMENT_GENRE = /^government (?:document|publication|report)$/i

/** Makes fields of a card out of an item of CSL-JSON. Never throws, whatever the item holds. */
export function cardFromCsl(item: CslItem): CardFromCsl {
  const reading = new Reading(item)
  const { url, doi, arxiv, isbn, pmid, also_at } = identifiers(reading)
  const fields = {
    // One by one: a spread before other properties makes V8 keep a shape for each item, 2 KB that pile up.
    url,
    doi,
    arxiv,
    isbn,
    pmid,
    also_at,
    title: reading.line('title'),
    label: label(reading),
    type: type(reading),
    authors: authors(reading),
    published: date(reading, 'issued'),
    language: language(reading),
    abstract: abstract(reading),
    notes: reading.paragraphs('note'),
    tags: tags(reading),
    accessed: date(reading, 'accessed'),
  }
  const venueName = reading.line('container-title') ?? reading.line('publisher')
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  return {
    fields: Object.fromEntries(said) as CardFromCsl['fields'],
    ...(venueName === undefined ? {} : { venueName }),
    dropped: reading.dropped(),
  }
}

function identifiers(reading: Reading): CardFromCsl['fields'] {
  const words = (key: string) => reading.text(key).replace(/\s+/g, ' ') || undefined
  const archive = /^arxiv(?:\.org)?$/i.test(reading.text('archive', false))
  const number = archive ? reading.text('archive_location', false) : ''
  const { identifiers, lost } = identifiersFrom({
    url: words('URL'),
    doi: words('DOI'),
    isbn: words('ISBN'),
    pmid: words('PMID'),
    mayNameArxiv: [`arXiv:${number}`, ...ARXIV_KEYS.map(key => reading.text(key, false))],
    note: reading.text('note', false),
  })
  for (const { key, why } of lost) reading.drop(key === 'url' ? 'URL' : key.toUpperCase(), why)
  if (identifiers.arxiv !== undefined && archive)
    for (const key of ['archive', 'archive_location']) reading.take(key)
  if (/^arxiv:/i.test(reading.text('number', false)) && identifiers.arxiv !== undefined)
    reading.take('number')
  // In the very form that cards have it keeps its version.
  const isExact = arxivForm(number) === number && arxivNumber(number) === identifiers.arxiv
  return isExact ? { ...identifiers, arxiv: number } : identifiers
}

function type(reading: Reading): CardFields['type'] | undefined {
  const name = reading.text('type')
  if (name === 'report' && GOVERNMENT_GENRE.test(reading.text('genre', false))) {
    reading.take('genre')
    return 'government'
  }
  const type = cardTypeOf(name)
  if (type === undefined && name !== '') reading.drop('type', `No type of CSL has this name: ${name}`)
  return type
}

/** The short title: CSL 1.0.2 spells it `title-short`, older data `shortTitle`. */
function label(reading: Reading): string | undefined {
  const short = reading.line('title-short') ?? reading.line('shortTitle')
  return short === reading.line('title') ? undefined : short
}

function authors(reading: Reading): Author[] | undefined {
  const value = reading.take('author')
  if (value === undefined) return undefined
  const names = (Array.isArray(value) ? value : [value]).flatMap(name => {
    const author = authorFromCsl(name)
    if (author !== undefined && isAndOthers(authorNames([author])[0]?.name ?? ''))
      reading.drop('author', 'The list of authors is cut short: there are others.')
    else if (author !== undefined) return [author]
    else reading.drop('author', 'It is no name.')
    return []
  })
  return names.length === 0 ? undefined : names
}

function date(reading: Reading, key: 'issued' | 'accessed'): string | undefined {
  const value = reading.take(key)
  if (value === undefined || isEmpty(value)) return undefined
  const { date, lost } = dateFromCsl(value)
  for (const why of lost) reading.drop(key, why)
  return date
}

function language(reading: Reading): string | undefined {
  const text = reading.line('language')
  const tag = text === undefined ? undefined : languageIn(text)
  if (text !== undefined && tag === undefined) reading.drop('language', `It is no language tag: ${text}`)
  return tag
}

/** Without the heading that JATS gives it. */
function abstract(reading: Reading): string | undefined {
  return reading.paragraphs('abstract')?.replace(/^(?:Abstract|Summary)\.?\n\n/i, '')
}

function tags(reading: Reading): string[] | undefined {
  const value = reading.take('keyword')
  const keywords = Array.isArray(value) ? value.filter(word => typeof word === 'string') : value
  if (typeof keywords !== 'string' && !Array.isArray(keywords)) return undefined
  const { tags, lost } = tagsFrom(keywords)
  for (const word of lost) reading.drop('keyword', `It cannot be a tag: ${word}`)
  return tags.length === 0 ? undefined : [...tags]
}
