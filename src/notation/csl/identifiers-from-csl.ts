import { parseUrl } from '../../model/canonical-url.ts'
import type { CardFields } from '../../model/card.ts'
import { arxivNumber, doiIn } from '../../model/identifier.ts'
import { isArxivLink } from '../arxiv-link.ts'

/** What names a source. */
export type SourceIdentifiers = Pick<CardFields, 'url' | 'doi' | 'arxiv' | 'isbn' | 'pmid' | 'also_at'>

/** The identifiers as an item gives them: texts on one line. */
export interface GivenIdentifiers {
  readonly url?: string | undefined
  readonly doi?: string | undefined
  readonly isbn?: string | undefined
  readonly pmid?: string | undefined
  /** Texts in which `arXiv:…` may stand. */
  readonly mayNameArxiv: readonly string[]
  /** A text that names it only when it says nothing else. */
  readonly note?: string | undefined
}

const NAMED_ARXIV =
  /\barxiv[:\s]\s*((?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?![\d.]*\d)/i
/** The same where it is all that a text says, but for the category: a note may be about another paper. */
const ONLY_ARXIV = /^arxiv(?:\s*preprint)?\s*:?\s*\S{9,20}(?:\s*\[[\w.-]{1,20}\])?\.?$/i
const ISBN = /^(?:\d{9}[\dX]|97[89]\d{10})$/i

/**
 * The identifiers of a source in the form that cards have. A link to a DOI is the DOI; an arXiv identifier is found in
 * links, in the DOI that arXiv registers and as `arXiv:…`.
 * @returns with what could not be used, by its name in `given`
 */
export function identifiersFrom(given: GivenIdentifiers): {
  readonly identifiers: SourceIdentifiers
  readonly lost: readonly { readonly key: 'url' | 'doi' | 'isbn' | 'pmid'; readonly why: string }[]
} {
  const lost: { key: 'url' | 'doi' | 'isbn' | 'pmid'; why: string }[] = []
  const [doi, ...furtherDois] = given.doi === undefined ? [] : doisIn(given.doi)
  if (given.doi !== undefined && doi === undefined)
    lost.push({ key: 'doi', why: `It is no DOI: ${given.doi}` })
  else if (furtherDois.some(further => further !== doi))
    lost.push({ key: 'doi', why: `Only the first DOI is kept of: ${given.doi}` })
  const [first, ...further] = given.url === undefined ? [] : addressesIn(given.url)
  const address = first === undefined ? undefined : webAddress(first)
  const others = further.flatMap(text => webAddress(text) ?? [])
  const named = arxivAmong([], given.mayNameArxiv)
  // Beside the number, what leads to it by arXiv's DOI says nothing more.
  const isNumber = doi === undefined && address !== undefined && isArxivLink(address, named)
  const linked = address !== undefined && !isNumber && isDoiLink(address) ? doiIn(address) : undefined
  // A link to the DOI says nothing more than the DOI; one to another DOI is an address like any other.
  const isKnown = isNumber || (linked !== undefined && (doi === undefined || doi === linked))
  const url = isKnown ? undefined : address
  if (given.url !== undefined && address === undefined)
    lost.push({ key: 'url', why: `It is no absolute http or https address: ${given.url}` })
  const [isbn, ...furtherIsbns] = given.isbn === undefined ? [] : isbnsIn(given.isbn)
  if (given.isbn !== undefined && isbn === undefined)
    lost.push({ key: 'isbn', why: `It is no ISBN: ${given.isbn}` })
  else if (furtherIsbns.length > 0)
    lost.push({ key: 'isbn', why: `Only the first ISBN is kept of: ${given.isbn}` })
  const pmid = /^(?:PMID:?\s*)?([1-9]\d{0,8})$/i.exec(given.pmid ?? '')?.[1]
  if (given.pmid !== undefined && pmid === undefined)
    lost.push({ key: 'pmid', why: `It is no number of PubMed: ${given.pmid}` })
  const found = doi ?? linked
  const isElsewhere = found !== undefined && arxivNumber(found) === undefined
  const noted = isElsewhere || !ONLY_ARXIV.test(given.note ?? '') ? [] : [given.note ?? '']
  const arxiv = arxivAmong([address, found], [...given.mayNameArxiv, ...noted])
  const also = [...new Set(others)].filter(other => other !== url)
  const identifiers = { url, doi: found, arxiv, isbn, pmid, also_at: also.length === 0 ? undefined : also }
  const said = Object.entries(identifiers).filter(([, value]) => value !== undefined)
  return { identifiers: Object.fromEntries(said) as SourceIdentifiers, lost }
}

/** The DOIs in a text, bare; none when what stands first is no DOI. A full stop at its end is the sentence's. */
export function doisIn(text: string): string[] {
  const parts = text
    .trim()
    .split(/[\s,;]{1,5}(?=(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s?)?10\.\d{4,9}\/)/i)
    .map(part => doiIn(part.replace(/[.,;\s]{1,9}$/, '')))
  return parts[0] === undefined ? [] : parts.filter(part => part !== undefined)
}

/** Several addresses in one text, parted by white space, with a comma or semicolon or none. */
function addressesIn(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/ ?[,;]? (?=https?:\/\/)|;(?=https?:\/\/)/i)
    .filter(part => part !== '')
}

/** The ISBNs in a text such as `0-13-110362-8 (pbk.), 978-0-13-110362-7`, without spaces. */
function isbnsIn(text: string): string[] {
  return text.split(/[;,()/:]|\band\b|\bISBN(?:-1[03])?\b/i).flatMap(part => {
    const digits = /^[\d Xx-]*/.exec(part.trim())?.[0].trim() ?? ''
    const words = digits.split(' ')
    const several = words.filter(word => ISBN.test(word.replaceAll('-', '')))
    if (several.length > 0) return several
    return ISBN.test(digits.replace(/[ -]/g, '')) ? [digits.replaceAll(' ', '-')] : []
  })
}

/** An absolute http or https URL as it is, or undefined. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1')
  return parseUrl(trimmed) !== undefined && /^https?:\/\/[^\s/?#]+\S*$/i.test(trimmed) ? trimmed : undefined
}

function isDoiLink(address: string): boolean {
  return /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(address)
}

function arxivAmong(links: readonly (string | undefined)[], texts: readonly string[]): string | undefined {
  for (const link of links) {
    const found = link === undefined ? undefined : arxivNumber(link)
    if (found !== undefined) return found
  }
  for (const text of texts) {
    const found = NAMED_ARXIV.exec(text)?.[1] ?? (/^https?:/i.test(text) ? text : '')
    const bare = arxivNumber(found)
    if (bare !== undefined) return bare
  }
  return undefined
}
