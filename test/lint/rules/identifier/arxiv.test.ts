import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each(['"0704.0001"', '"1412.9999"', '"1501.00001v12"', 'hep-th/9901001', 'math.GT/0309136'])(
  'accepts %s',
  async number => {
    expect((await lintExample(`arxiv: ${number}\n`)).findings).toEqual([])
  },
)

it.each([
  ['"1700.03762"', 'arXiv has no paper `1700.03762`: there is no month 00.'],
  ['"0703.0001"', 'arXiv has no paper `0703.0001`: numbers of this form begin with `0704`, for April 2007.'],
  ['"1412.12345"', 'arXiv has no paper `1412.12345`: 4 digits follow the point in 2014.'],
  ['"1501.1234v1"', 'arXiv has no paper `1501.1234v1`: 5 digits follow the point in 2015.'],
])('knows that %s cannot be', async (number, message) => {
  const linted = await lintExample(`arxiv: ${number}\n`)
  expect(linted.findings.map(finding => [finding.rule, finding.message])).toEqual([
    ['identifier/arxiv', message],
  ])
  expect(textUnder(linted)).toEqual([number])
})

it('keeps the version of a number that it takes out of a link', async () => {
  const { findings } = await lintExample('arxiv: https://arxiv.org/pdf/1706.03762v7.pdf\n')
  expect(findings[0]?.fix?.edits.map(({ text }) => text)).toEqual(['1706.03762v7'])
})
