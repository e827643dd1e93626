import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the ID, and says what one is', async () => {
  const linted = await lintExample('id: too-short\n')
  expect(textUnder(linted)).toEqual(['too-short'])
  expect(linted.findings[0]?.help).toMatch(/^Write ten letters or digits/)
})
