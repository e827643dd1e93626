import { parseUrl } from '../model/canonical-url.ts'
import { doiInPath } from '../model/doi-in-path.ts'
import { arxivKey, arxivNumber, doiIn, isExampleDoi } from '../model/identifier.ts'

/** By what a source can be asked for: one of these at least. */
export interface Askable {
  readonly url?: string | undefined
  readonly doi?: string | undefined
  readonly arxiv?: string | undefined
}

/** What of a card its source is asked for by; undefined when there is nothing. */
export function askable({ url, doi, arxiv }: Askable): Askable | undefined {
  const what = { ...(url && { url }), ...(doi && { doi }), ...(arxiv && { arxiv }) }
  return Object.keys(what).length === 0 ? undefined : what
}

/** Where to ask for a source. */
export interface Identified {
  /** The page to ask for besides; undefined when it is that of the DOI or of arXiv. */
  readonly url: string | undefined
  readonly doi: string | undefined
  readonly arxiv: string | undefined
  /** Whether the DOI was only read out of an address. */
  readonly isGuess: boolean
}

/** What a source goes by, with the identifiers that are in its URL, or in its DOI. */
export function identified(what: Askable): Identified {
  const url = what.url === undefined ? undefined : parseUrl(what.url)?.href
  const arxiv =
    [what.arxiv, what.url, what.doi].map(text => text && arxivNumber(text)).find(Boolean) || undefined
  const named = [what.doi, what.url].map(text => text && doiIn(text)).find(Boolean) || undefined
  const guess = url === undefined || named !== undefined ? undefined : doiInPath(url)
  const doi = [named, guess].find(
    each => each !== undefined && arxivKey(each) === undefined && !isExampleDoi(each),
  )
  const isOwnPage = url !== undefined && (doiIn(url) !== undefined || arxivKey(url) !== undefined)
  return { url: isOwnPage ? undefined : url, doi, arxiv, isGuess: doi !== undefined && named === undefined }
}
