import { doiInPath } from './doi-in-path.ts'
import { arxivKey, arxivNumber, doiIn, isExampleDoi } from './identifier.ts'
import { urlParts } from './url-parts.ts'

/** An identifier, and the field of a card that it belongs to. */
export interface FoundIdentifier {
  readonly field: 'arxiv' | 'doi'
  readonly value: string
}

/** The arXiv number or DOI that stands in a URL, in the form that a card has it; undefined when there is none. */
export function identifierInUrl(text: string): FoundIdentifier | undefined {
  // What no browser would change has what it has in plain sight.
  if (!/arxiv|ar5iv|10\.|%/i.test(text) && urlParts(text)?.isPlain === true) return undefined
  if (arxivKey(text) !== undefined) {
    const value = arxivNumber(text)
    return value === undefined ? undefined : { field: 'arxiv', value }
  }
  const value = doiIn(text) ?? doiInPath(text)
  return value === undefined || isExampleDoi(value) ? undefined : { field: 'doi', value }
}
