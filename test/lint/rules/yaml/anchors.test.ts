import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the anchor, and at a tag without effect', async () => {
  const linted = await lintExample('label: &name A\nnotes: !!str B\n')
  expect(textUnder(linted)).toEqual(['&name', '!!str'])
  expect(linted.findings.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
})
