import type { KnownFields } from '../../../model/card.ts'
import { HARMFUL } from '../../../model/json-text.ts'
import type { Node } from './node.ts'
import { oneOrMore } from './node.ts'

/** What an IRI may not hold (RFC 3987, and IRIREF of N-Quads), with which strict readers would refuse a document. Global. */
const NO_IRI = /[\0-\x20<>"{}|\\^`]/g

/** The properties that say which source it is, and where. */
export function addressesOf(fields: KnownFields): Node {
  const { url, doi, arxiv, pmid, also_at = [] } = fields
  const address = url === undefined ? undefined : iri(url)
  const doiAddress = doi === undefined ? undefined : `https://doi.org/${doiPath(doi)}`
  const others = [
    ...(arxiv === undefined ? [] : [`https://arxiv.org/abs/${arxiv}`]),
    ...(pmid === undefined ? [] : [`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`]),
  ]
  // A DOI outlives the address of a page. By an ISBN, which chapters share, a book and its parts would become one.
  const id = doiAddress ?? address ?? others[0]
  const same = new Set([...others, ...also_at.map(iri)].filter(other => other !== id && other !== address))
  return { '@id': id, url: address, sameAs: oneOrMore([...same]) }
}

/** The identifiers of a source, and the stable ID of its card. */
export function identifiersOf({ id, doi, arxiv, isbn, pmid, type }: KnownFields): Node[] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['DOI', doi],
    ['arXiv', arxiv],
    // Only books have a property for it.
    ['ISBN', type === 'book' ? undefined : isbn],
    ['PMID', pmid],
    ['source-cards', id],
  ]
  return named.flatMap(([propertyID, value]) =>
    value === undefined ? [] : [{ '@type': 'PropertyValue', propertyID, value }],
  )
}

/** An address as an IRI: the characters that none has are percent-encoded. */
export function iri(url: string): string {
  return url.replace(NO_IRI, encoded).replace(HARMFUL, encoded)
}

/** A DOI as the path of its link: signs that end a path, or that none has, are percent-encoded (DOI Handbook, 3.8). */
function doiPath(doi: string): string {
  return iri(doi.replace(/[%#?[\]]/g, encoded))
}

function encoded(characters: string): string {
  return encodeURIComponent(characters)
}
