import { expect, it } from 'vitest'
import { likelyForm } from '../../../src/load/explain/likely-form.ts'

it.each([
  ['Web address', 'www.example.org/x', 'https://www.example.org/x'],
  ['Web address', 'https://example.org/a page', 'https://example.org/a%20page'],
  ['Web address', 'https://example.org/a (accessed 2020)', undefined],
  ['Web address', '<https://example.org/a>', 'https://example.org/a'],
  ['Web address', 'htps://example.org/a', 'https://example.org/a'],
  ['Web address', 'http//example.org/a', 'http://example.org/a'],
  ['Web address', 'https:/example.org/a', 'https://example.org/a'],
  ['Web address', 'ftp://example.org/a', undefined],
  ['DOI', '10.1000/x (2015)', '10.1000/x'],
  ['DOI', '10.1000/x and 10.1000/y', undefined],
  ['PubMed identifier', 'PMID: 123', '123'],
  ['PubMed identifier', 'https://pubmed.ncbi.nlm.nih.gov/123/', '123'],
  ['PubMed identifier', 'PMC123', undefined],
  ['Language', 'en_US', 'en-US'],
  ['Language', 'English (US)', undefined],
])('as %s, %j was probably meant to be %j', (form, text, expected) => {
  expect(likelyForm(form, text)).toBe(expected)
})
