import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('takes off the name of the site', async () => {
  const card =
    'title: "Ctrl-Z: Controlling AI Agents | www.rand.org"\nurl: https://www.rand.org/pubs/1.html\n'
  expect(await fixExample(card, 'text/title-suffix')).toBe(
    'title: "Ctrl-Z: Controlling AI Agents"\nurl: https://www.rand.org/pubs/1.html\n',
  )
})

it.each([
  ['Scaling laws · RAND', 'https://www.rand.org/1'],
  ['Scaling laws — BBC', 'https://news.bbc.co.uk/1/2'],
  ['Scaling laws – Nature', 'https://www.nature.com/articles/1'],
])('finds %s at %s', async (title, url) => {
  const { findings } = await lintExample(`title: ${title}\nurl: ${url}\n`)
  expect(findings.map(({ rule }) => rule)).toEqual(['text/title-suffix'])
})

it.each([
  ['Trust is a double-edged sword | Nature Machine Intelligence', 'https://www.nature.com/articles/1'],
  ['The war of man against - nature', 'https://www.rand.org/1'],
  ['Research - RAND', 'https://www.rand.org/1'],
  ['A review of self-nature', 'https://www.nature.com/articles/1'],
  ['Scaling laws - com', 'https://www.nature.com/articles/1'],
])('is silent about %s at %s', async (title, url) => {
  expect((await lintExample(`title: ${title}\nurl: ${url}\n`)).findings).toEqual([])
})

it('points at the title, and rests on what names its site', async () => {
  const linted = await lintExample('title: Scaling laws · RAND\nurl: https://www.rand.org/1\n')
  expect(textUnder(linted)).toEqual(['Scaling laws · RAND'])
  expect(linted.findings[0]?.restsOn).toEqual([['venue'], ['url']])
})
