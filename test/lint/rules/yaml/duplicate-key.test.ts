import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the second key, and names the first as related', async () => {
  const linted = await lintExample('label: A\nnotes: N\nlabel: B\n')
  expect(textUnder(linted)).toEqual(['label'])
  expect(linted.findings).toMatchObject([
    {
      rule: 'yaml/duplicate-key',
      range: { start: { line: 7 } },
      related: [{ range: { start: { line: 5 } } }],
    },
  ])
})
