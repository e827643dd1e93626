import { doiAddress } from '../model/addresses.ts'
import { arxivNumber } from '../model/identifier.ts'

/**
 * Where a paper on arXiv is found, for formats in which nothing but an address is a link: by the DOI that arXiv
 * registers. Not by its page: that is a card's own `url` as often as not, and a reader could not tell the two apart.
 * @param arxiv as cards have it; a version has no DOI of its own
 */
export function arxivLink(arxiv: string | undefined): string | undefined {
  const number = arxiv === undefined ? undefined : arxivNumber(arxiv)
  return number === undefined ? undefined : doiAddress(`10.48550/arXiv.${number}`)
}

/** Whether an address is that link to a paper, and says nothing but its number. */
export function isArxivLink(address: string, arxiv: string | undefined): boolean {
  return address.toLowerCase() === arxivLink(arxiv)?.toLowerCase()
}
