import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the second, and removes it', async () => {
  const linted = await lintExample('cited_by: [goodfire, scaling, "goodfire"]\n')
  expect(linted.findings.map(({ message }) => message)).toEqual(['`cited_by` already has `goodfire`.'])
  expect(textUnder(linted)).toEqual(['"goodfire"'])
  expect(await fixExample('cited_by: [goodfire, scaling, "goodfire"]\n', 'schema/repeat')).toBe(
    'cited_by: [goodfire, scaling]\n',
  )
})

it('takes two IDs that differ only in case for one, but not two addresses', async () => {
  const card =
    'aliases: [bC4eF6hI8k, BC4EF6HI8K]\nalso_at: [https://www.rand.org/a, https://www.rand.org/A]\n'
  const { findings } = await lintExample(card)
  expect(findings.map(({ pointer }) => pointer)).toEqual(['/aliases/1'])
})
