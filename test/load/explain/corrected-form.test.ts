import { expect, it } from 'vitest'
import { correctedForm } from '../../../src/load/explain/corrected-form.ts'

it.each([
  ['Web address', 'example.com/foo', 'https://example.com/foo'],
  ['Web address', 'see example.com', undefined],
  ['Web address', 'ftp://example.com', undefined],
  ['DOI', 'https://doi.org/10.1000/ABC', '10.1000/abc'],
  ['DOI', 'somewhere', undefined],
  ['arXiv identifier', 'arXiv:1706.03762v2', '1706.03762v2'],
  ['arXiv identifier', '1706.03762 [cs.CL]', '1706.03762'],
  ['arXiv identifier', 'https://arxiv.org/pdf/1706.03762v7.pdf', '1706.03762v7'],
  ['arXiv identifier', 'arXiv:math.GT/0309136', 'math.GT/0309136'],
  ['arXiv identifier', 'Attention Is All You Need', undefined],
  ['ISBN', 'ISBN-13: 978 0 525 55861 3', '978-0-525-55861-3'],
  ['ISBN', 'the second edition', undefined],
  ['ORCID iD', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['ORCID iD', 'https://orcid.org/0000-0002-1825-0097/', '0000-0002-1825-0097'],
  ['ORCID iD', '000000021825009x', '0000-0002-1825-009X'],
  ['ORCID iD', 'Josiah Carberry', undefined],
  ['Slug', 'Reinforcement Learning', 'reinforcement-learning'],
  ['Slug', 'Éthique', 'ethique'],
  ['Slug', '…', undefined],
  ['Slug', 'Größe', 'grosse'],
  ['Slug', 'Ærø', 'aero'],
  ['Slug', "Goodhart's law", 'goodharts-law'],
  ['Slug', '#ai', 'ai'],
  ['Slug', 'C++', undefined],
  ['Slug', 'R&D', undefined],
  ['Slug', 'Лингвистика NLP', undefined],
  ['Domain', '*.foo.org', 'foo.org'],
  ['Domain', 'https://foo.org/bar/', 'foo.org/bar'],
  ['Domain', 'foo', undefined],
  ['Date', '12 May 2024', '2024-05-12'],
  ['Date', '12/05/2024', undefined],
])('as %s, %j was meant to be %j', (form, text, expected) => {
  expect(correctedForm(form, text)).toBe(expected)
})
