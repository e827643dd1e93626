import { expect, it } from 'vitest'
import { arxivAddress, doiAddress, orcidAddress, pubmedAddress } from '../../src/model/addresses.ts'

it.each([
  ['10.1038/nature14539', 'https://doi.org/10.1038/nature14539'],
  // Each of these signs would end the path, or stand for another one.
  ['10.1000/a#b%c?d', 'https://doi.org/10.1000/a%23b%25c%3Fd'],
  [
    '10.1002/(sici)1099<1::aid>3.0.co;2-[a]',
    'https://doi.org/10.1002/(sici)1099%3C1::aid%3E3.0.co;2-%5Ba%5D',
  ],
  ['10.1000/a\u202eb', 'https://doi.org/10.1000/a%E2%80%AEb'],
])('the address of the DOI %s leads to it', (doi, address) => {
  expect(doiAddress(doi)).toBe(address)
  expect(decodeURIComponent(new URL(address).pathname)).toBe(`/${doi}`)
})

it('gives the pages of papers and people', () => {
  expect(arxivAddress('hep-th/9901001v2')).toBe('https://arxiv.org/abs/hep-th/9901001v2')
  expect(pubmedAddress('34265844')).toBe('https://pubmed.ncbi.nlm.nih.gov/34265844/')
  expect(orcidAddress('0000-0002-1825-0097')).toBe('https://orcid.org/0000-0002-1825-0097')
})
