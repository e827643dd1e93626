import { type AuthorName, authorNames } from '../../model/author.ts'
import type { KnownFields, Venue } from '../../model/card.ts'
import { arxivKey } from '../../model/identifier.ts'
import { arxivLink } from '../arxiv-link.ts'
import type { CslDate, CslItem, CslName } from './csl-item.ts'
import { cslLine, cslText } from './csl-text.ts'
import { cslTypeFor, GOVERNMENT, venueVariable } from './csl-type-for.ts'

/**
 * A card as an item of CSL-JSON (CSL 1.0.2): the inverse of `cardFromCsl`. Texts are markup, their Markdown as it is.
 * What has no variable of its own is left out: no variable is misused.
 * @param id the citation key
 * @param venue the venue that the card names, if the library has it
 */
export function cslFromCard(fields: KnownFields, id: string, venue: Venue | undefined): CslItem {
  const type = cslTypeFor(fields, venue)
  const isNumbered = isPreprint(fields, type, venue)
  const isArchived = fields.arxiv !== undefined && !isNumbered
  const item: { [key: string]: unknown } = {
    id,
    type,
    title: line(fields.title),
    'title-short': line(fields.label),
    author: names(fields.authors),
    issued: date(fields.published),
    // One by one: a spread before other properties makes V8 keep a shape for each item.
    [venueVariable(type)]: line(venue?.name),
    genre: fields.type === 'government' ? GOVERNMENT : undefined,
    number: isNumbered ? `arXiv:${fields.arxiv}` : undefined,
    archive: isArchived ? 'arXiv' : undefined,
    archive_location: isArchived ? fields.arxiv : undefined,
    DOI: fields.doi,
    URL: fields.url ?? (fields.doi === undefined ? arxivLink(fields.arxiv) : undefined),
    ISBN: fields.isbn,
    PMID: fields.pmid,
    abstract: text(fields.abstract),
    language: fields.language,
    keyword: fields.tags?.join(', '),
    note: text(fields.notes),
    accessed: date(fields.accessed),
  }
  const said = Object.entries(item).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(said) as CslItem
}

/**
 * A name in the parts of CSL, as markup; undefined for one without a sign to be read. Its ORCID iD is left out: the
 * schema of CSL-JSON has no place for it.
 */
function cslName(author: AuthorName): CslName | undefined {
  const { literal, given, family, particle, suffix } = author
  const parts =
    literal === undefined
      ? { family, given, 'non-dropping-particle': particle, suffix }
      : { literal: author.name }
  const said = Object.entries(parts).flatMap(([key, part]): [string, string][] => {
    const markup = cslLine(part ?? '')
    return markup === '' ? [] : [[key, markup]]
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

function names(authors: KnownFields['authors']): CslName[] | undefined {
  const names = authorNames(authors).flatMap(author => cslName(author) ?? [])
  return names.length === 0 ? undefined : names
}

/**
 * Whether a card is a preprint on arXiv, whose number is its own, as Zotero says it; for what has been published
 * elsewhere, and for one version, arXiv is an archive. Without a venue the address tells.
 */
function isPreprint({ arxiv, url }: KnownFields, type: string, venue: Venue | undefined): boolean {
  if (arxiv === undefined || type !== 'article' || /v\d+$/.test(arxiv)) return false
  return venue === undefined
    ? url === undefined || arxivKey(url) === arxivKey(arxiv)
    : /preprint/.test(venue.type ?? '')
}

/** A date with the parts that it has: a year, a month or a day. */
function date(edtf: string | undefined): CslDate | undefined {
  return edtf === undefined ? undefined : { 'date-parts': [edtf.split('-').map(Number)] }
}

function line(plain: string | undefined): string | undefined {
  return plain === undefined ? undefined : cslLine(plain)
}

function text(plain: string | undefined): string | undefined {
  return plain === undefined ? undefined : cslText(plain)
}
