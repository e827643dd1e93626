import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  [
    'title: Scaling laws for neural language models\nsummary: "Scaling Laws for Neural Language Models."',
    'The summary is the title again.',
  ],
  ['summary: About scaling laws.', 'The summary is only 19 characters long.'],
  ['summary: A', 'The summary is only 1 character long.'],
  [`summary: ${'words '.repeat(400)}end`, 'The summary is 2,403 characters long.'],
])('of %s says: %s', async (lines, message) => {
  const { findings } = await lintExample(`${lines}\n`)
  expect(findings.map(finding => finding.message)).toEqual([message])
})

it('lets a line of Chinese be short', async () => {
  expect((await lintExample('summary: 介绍生成式人工智能服务的管理办法。\n')).findings).toEqual([])
})

it('takes its bounds from its options', async () => {
  const files = { 'aB3dE5gH7j.yaml': 'summary: About the scaling laws of neural networks.\n' }
  const { findings } = await lintExample({ files, options: { min: 60 } }, 'text/summary')
  expect(findings.map(({ rule }) => rule)).toEqual(['text/summary'])
})

it('points at the summary, and rests on the title that it repeats', async () => {
  const linted = await lintExample('title: Scaling laws\nsummary: Scaling laws.\n')
  expect(textUnder(linted)).toEqual(['Scaling laws.'])
  expect(linted.findings[0]?.restsOn).toEqual([['title']])
})

it('rests on nothing else when it is only short', async () => {
  const { findings } = await lintExample('summary: About scaling laws.\n')
  expect(findings[0]?.restsOn).toBeUndefined()
})
