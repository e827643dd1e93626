import { arxivAddress, doiAddress, iri, pubmedAddress } from '../../../model/addresses.ts'
import type { KnownFields } from '../../../model/card.ts'
import type { Node } from './node.ts'
import { oneOrMore } from './node.ts'

/** The properties that say which source it is, and where. */
export function addressesOf(fields: KnownFields): Node {
  const { url, doi, arxiv, pmid, also_at = [] } = fields
  const address = url === undefined ? undefined : iri(url)
  const ofDoi = doi === undefined ? undefined : doiAddress(doi)
  const others = [
    ...(arxiv === undefined ? [] : [arxivAddress(arxiv)]),
    ...(pmid === undefined ? [] : [pubmedAddress(pmid)]),
  ]
  // A DOI outlives the address of a page. By an ISBN, which chapters share, a book and its parts would become one.
  const id = ofDoi ?? address ?? others[0]
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
