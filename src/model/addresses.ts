import { HARMFUL } from './json-text.ts'

/** What an IRI may not hold (RFC 3987, and IRIREF of N-Quads), with which strict readers would refuse a document. Global. */
const NO_IRI = /[\0-\x20<>"{}|\\^`]/g

/** An address as an IRI: the characters that none has are percent-encoded. */
export function iri(url: string): string {
  return url.replace(NO_IRI, encoded).replace(HARMFUL, encoded)
}

/** Where a bare DOI leads: signs that end a path, or that none has, are percent-encoded (DOI Handbook, 3.8). */
export function doiAddress(doi: string): string {
  return `https://doi.org/${iri(doi.replace(/[%#?[\]]/g, encoded))}`
}

/** The page of a paper on arXiv. @param id as cards have it: `1706.03762`, `hep-th/9901001v2` */
export function arxivAddress(id: string): string {
  return `https://arxiv.org/abs/${id}`
}

/** The page of a paper in PubMed. */
export function pubmedAddress(pmid: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
}

/** The page of a person. @param orcid as cards have it: `0000-0002-1825-0097` */
export function orcidAddress(orcid: string): string {
  return `https://orcid.org/${orcid}`
}

function encoded(characters: string): string {
  return encodeURIComponent(characters)
}
