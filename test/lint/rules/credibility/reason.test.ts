import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the key of the rating', async () => {
  const linted = await lintExample('credibility:\n  rating: 2\n')
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['credibility/reason', '/credibility'],
  ])
  expect(textUnder(linted)).toEqual(['credibility'])
})
