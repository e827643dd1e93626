import { expect, it } from 'vitest'
import { isSearchPage } from '../../../../src/lint/rules/url/search-page.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['https://www.google.com/search?q=alignment', true],
  ['https://scholar.google.com/scholar?hl=en&q=alignment', true],
  ['https://www.youtube.com/results?search_query=alignment', true],
  ['https://pubmed.ncbi.nlm.nih.gov/?term=far-uvc', true],
  ['https://duckduckgo.com/?q=alignment', true],
  ['https://arxiv.org/search/cs?query=oversight', true],
  ['https://www.youtube.com/watch?v=abc', false],
  ['https://news.ycombinator.com/item?id=1', false],
  ['https://www.google.com/search', false],
  ['https://research.google/search-quality?hl=en', false],
  ['https://capitol.texas.gov/BillLookup/History.aspx?Bill=SB751', false],
  ['https://openreview.net/forum?id=abc', false],
])('%s is a search: %s', (url, expected) => {
  expect(isSearchPage(new URL(url))).toBe(expected)
})

const paper = { 'aaaaaaaaa2.yaml': 'url: https://www.bls.gov/ooh/math/data-scientists.htm\n' }

it.each([
  ['a site by its name', 'title: BLS\n', 0],
  ['a site by its full name', 'title: Bureau of Labor Statistics\n', 0],
  ['a site by its host', 'title: www.bls.gov\n', 0],
  ['a work with an author', 'title: Jobs\nauthors: [Jo Doe]\n', 0],
  ['a work with a date', 'title: Jobs\npublished: "2026"\n', 0],
  ['a data set', 'title: Jobs\ntype: dataset\n', 0],
  ['a page of the site', 'title: BLS Projections 2033\n', 1],
])('counts a home page as that of %s', async (_, lines, count) => {
  const card = `url: https://www.bls.gov/\n${lines}`
  const { findings } = await lintExample({ files: { 'aaaaaaaaa1.yaml': card, ...paper } })
  expect(findings.filter(({ rule }) => rule === 'url/not-a-source')).toHaveLength(count)
})

it('knows nothing of a host that no other card and no venue has', async () => {
  const linted = await lintExample('url: https://situational-awareness.ai/\n')
  expect(linted.findings).toEqual([])
})

it('points at the URL', async () => {
  const linted = await lintExample('url: "https://duckduckgo.com/?q=alignment"\n')
  expect(textUnder(linted)).toEqual(['"https://duckduckgo.com/?q=alignment"'])
})

it('rests on the title that makes a home page the wrong page', async () => {
  const card = 'url: https://www.bls.gov/\ntitle: BLS Projections 2033\n'
  const { findings } = await lintExample({ files: { 'aaaaaaaaa1.yaml': card, ...paper } })
  expect(findings.map(({ restsOn }) => restsOn)).toEqual([[['title']]])
})
