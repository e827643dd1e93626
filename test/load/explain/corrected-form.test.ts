import { expect, it } from 'vitest'
import { correctedForm } from '../../../src/load/explain/corrected-form.ts'

it.each([
  ['Web address', 'example.com/foo', 'https://example.com/foo'],
  ['Web address', 'see example.com', undefined],
  ['Web address', 'ftp://example.com', undefined],
  ['DOI', 'https://doi.org/10.1000/ABC', '10.1000/abc'],
  ['DOI', 'somewhere', undefined],
  ['arXiv identifier', 'arXiv:1706.03762v2', '1706.03762'],
  ['Slug', 'Reinforcement Learning', 'reinforcement-learning'],
  ['Slug', 'Éthique', 'ethique'],
  ['Slug', '…', undefined],
  ['Date', '12 May 2024', undefined],
])('as %s, %j was meant to be %j', (form, text, expected) => {
  expect(correctedForm(form, text)).toBe(expected)
})
