import { parseUrl } from '../model/canonical-url.ts'
import type { CardFields } from '../model/card.ts'
import { arxivNumber, doiIn } from '../model/identifier.ts'

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
}

const NAMED_ARXIV =
  /\barxiv[:\s]\s*((?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?![\d.]*\d)/i
const ISBN = /^(?:ISBN(?:-1[03])?:?\s*)?((?:97[89][ -]?)?\d[\d -]{7,13}[\dXx])(?=$|[\s;,(])/i

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
  const doi = given.doi === undefined ? undefined : doiIn(given.doi)
  if (given.doi !== undefined && doi === undefined)
    lost.push({ key: 'doi', why: `It is no DOI: ${given.doi}` })
  const address = given.url === undefined ? undefined : webAddress(given.url)
  const linked = address !== undefined && isDoiLink(address) ? doiIn(address) : undefined
  // A link to the DOI says nothing more than the DOI; one to another DOI is an address like any other.
  const url = linked !== undefined && (doi === undefined || doi === linked) ? undefined : address
  if (given.url !== undefined && address === undefined)
    lost.push({ key: 'url', why: `It is no absolute http or https address: ${given.url}` })
  const isbn = given.isbn === undefined ? undefined : ISBN.exec(given.isbn)?.[1]?.replaceAll(' ', '-')
  if (given.isbn !== undefined && isbn === undefined)
    lost.push({ key: 'isbn', why: `It is no ISBN: ${given.isbn}` })
  else if (isbn !== undefined && /\d.{9,}[\s;,(].*\d{9}/.test(given.isbn ?? ''))
    lost.push({ key: 'isbn', why: `Only the first ISBN is kept of: ${given.isbn}` })
  const pmid = /^(?:PMID:?\s*)?([1-9]\d{0,8})$/i.exec(given.pmid ?? '')?.[1]
  if (given.pmid !== undefined && pmid === undefined)
    lost.push({ key: 'pmid', why: `It is no number of PubMed: ${given.pmid}` })
  const arxiv = arxivAmong([address, doi ?? linked], given.mayNameArxiv)
  const identifiers = { url, doi: doi ?? linked, arxiv, isbn, pmid }
  const said = Object.entries(identifiers).filter(([, value]) => value !== undefined)
  return { identifiers: Object.fromEntries(said) as SourceIdentifiers, lost }
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
