import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the value, and names the nearest', async () => {
  const linted = await lintExample('type: papr\n')
  expect(textUnder(linted)).toEqual(['papr'])
  expect(linted.findings[0]?.help).toMatch(/^Did you mean `paper`\?/)
})

it('points at an item where it is in the file, after one that is wrong too', async () => {
  const linted = await lintExample('cited_by: ["a b", good, "c d"]\n')
  expect(textUnder(linted)).toEqual(['"a b"', '"c d"'])
})
