import { expect, it } from 'vitest'
import { identifierInUrl } from '../../../../src/model/identifier-in-url.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['https://arxiv.org/html/2406.08689v2', 'arxiv', '2406.08689'],
  ['https://arxiv.org/pdf/math.GT/0309136', 'arxiv', 'math.GT/0309136'],
  ['https://doi.org/10.48550/arXiv.1706.03762', 'arxiv', '1706.03762'],
  ['https://doi.org/10.1088/1748-9326/ab1234', 'doi', '10.1088/1748-9326/ab1234'],
  ['https://onlinelibrary.wiley.com/doi/abs/10.1111/risa.70023', 'doi', '10.1111/risa.70023'],
  [
    'https://link.springer.com/content/pdf/10.1007/s11229-023-04153-y.pdf',
    'doi',
    '10.1007/s11229-023-04153-y',
  ],
  ['https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full', 'doi', '10.3389/fpsyg.2020.00001'],
  [
    'https://www.biorxiv.org/content/10.1101/2020.01.30.927871v2.full.pdf',
    'doi',
    '10.1101/2020.01.30.927871',
  ],
  [
    'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456',
    'doi',
    '10.1371/journal.pone.0123456',
  ],
  ['https://www.degruyter.com/document/doi/10.1515%2F9781400/html', 'doi', '10.1515/9781400'],
])('finds in %s the %s %s', (url, field, value) => {
  expect(identifierInUrl(url)).toEqual({ field, value })
})

it.each([
  'https://dl.acm.org/doi/10.5555/3295222.3295349',
  'https://iopscience.iop.org/article/10.1088/1748-9326/ab1234/figures',
  'https://academic.oup.com/jcr/article/doi/10.1093/jcr/ucab123/5856789',
  'https://www.nature.com/articles/nature14539',
  'https://arxiv.org/search/?query=1706.03762',
  'https://www.rfc-editor.org/10.1000/',
])('finds nothing certain in %s', url => {
  expect(identifierInUrl(url)).toBeUndefined()
})

it('adds what the card does not have, and leaves what it has', async () => {
  const linted = await lintExample('url: https://arxiv.org/abs/1706.03762v5\n')
  expect(textUnder(linted)).toEqual(['https://arxiv.org/abs/1706.03762v5'])
  expect(linted.findings[0]?.fix?.edits.map(({ text }) => text).join('')).toContain('arxiv: "1706.03762"')
  const known = await lintExample('url: https://arxiv.org/abs/1706.03762v5\narxiv: "1706.03762v4"\n')
  expect(known.findings).toEqual([])
})
