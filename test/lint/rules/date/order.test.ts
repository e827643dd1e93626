import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the later of the two, and shows the other', async () => {
  const linted = await lintExample('accessed: "2025-05-31"\npublished: "2025-06"\n')
  expect(textUnder(linted)).toEqual(['"2025-06"'])
  expect(linted.findings[0]?.related).toHaveLength(1)
  expect(linted.findings[0]?.restsOn).toEqual([['accessed']])
})

it('leaves dates that are still to come to another rule', async () => {
  const { findings } = await lintExample('published: "2027-01"\naccessed: "2026-06-01"\n')
  expect(findings.map(({ rule }) => rule)).toEqual(['date/future'])
})

it.each([
  ['2025', '2025-01-02'],
  ['2025-06-30', '2025-06'],
  ['2025-06-30', '2025-06-30'],
])('lets what was published %s be read %s', async (published, accessed) => {
  expect((await lintExample(`published: "${published}"\naccessed: "${accessed}"\n`)).findings).toEqual([])
})
