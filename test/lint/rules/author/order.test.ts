import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the first of those that are fewer', async () => {
  const linted = await lintExample('authors:\n  - Ji, Jiaming\n  - Satya Benson\n  - Jane Doe\n')
  expect(textUnder(linted)).toEqual(['Ji, Jiaming'])
  expect(linted.findings[0]?.message).toBe(
    '`Ji, Jiaming` and `Satya Benson` are not written in the same order.',
  )
})

it('is silent about organisations, nicknames and authors in parts', async () => {
  const card =
    'authors:\n  - Ji, Jiaming\n  - Gemini Team\n  - evhub\n  - given: Jane\n    family: Doe\n  - King, Jr., Martin\n'
  expect((await lintExample(card)).findings).toEqual([])
})

it('leaves several people in one text to the rule about the form', async () => {
  const { findings } = await lintExample('authors:\n  - J. Doe, J. Roe\n  - Ann Poe\n')
  expect(findings.map(({ rule }) => rule)).toEqual(['author/format'])
})
