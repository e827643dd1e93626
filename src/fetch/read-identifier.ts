import { arxivKey, arxivNumber, doiIn, isExampleDoi } from '../model/identifier.ts'
import { lineOf } from './page-text.ts'

/** The DOI in a text such as `doi:10.…` or `https://doi.org/10.…`. arXiv's own are arXiv numbers. */
export function readDoi(value: string): string | undefined {
  const doi = doiIn(lineOf(value.slice(0, 500)).replace(/^info:doi\//i, ''))
  return doi === undefined || isExampleDoi(doi) || arxivKey(doi) !== undefined ? undefined : doi
}

export function readArxiv(value: string): string | undefined {
  return arxivNumber(lineOf(value.slice(0, 200)))
}

export function readIsbn(value: string): string | undefined {
  const text = lineOf(value.slice(0, 100))
    .replace(/^(?:urn:)?isbn(?:-1[03])?[:\s]*/i, '')
    .replace(/\s/g, '')
  return /^[0-9](?:[0-9-]{8,15})[0-9Xx]$/.test(text) && /^(?:.{10}|.{13})$/.test(text.replaceAll('-', ''))
    ? text
    : undefined
}

export function readPmid(value: string): string | undefined {
  const text = lineOf(value.slice(0, 100)).replace(/^pmid:?\s*/i, '')
  return /^[1-9][0-9]{0,8}$/.test(text) ? text : undefined
}
