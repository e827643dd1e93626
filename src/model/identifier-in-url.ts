import { doiInPath } from './doi-in-path.ts'
import { arxivKey, arxivNumber, doiIn } from './identifier.ts'

/** An identifier, and the field of a card that it belongs to. */
export interface FoundIdentifier {
  readonly field: 'arxiv' | 'doi'
  readonly value: string
}

/** The arXiv number or DOI that stands in a URL, in the form that a card has it; undefined when there is none. */
export function identifierInUrl(text: string): FoundIdentifier | undefined {
  if (arxivKey(text) !== undefined) {
    const value = arxivNumber(text)
    return value === undefined ? undefined : { field: 'arxiv', value }
  }
  const value = doiIn(text) ?? doiInPath(text)
  // What begins with 10.5555 is made for examples, and by libraries for what has no DOI.
  return value === undefined || value.startsWith('10.5555/') ? undefined : { field: 'doi', value }
}
