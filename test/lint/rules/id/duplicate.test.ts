import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is told at every card, with all others as related', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': '', 'x.yaml': 'id: aB3dE5gH7j\n', 'y.yaml': 'id: AB3DE5GH7J\n' },
  })
  expect(textUnder(linted)).toEqual(['aB3dE5gH7j', 'aB3dE5gH7j', 'AB3DE5GH7J'])
  expect(linted.findings.map(({ related }) => related?.length)).toEqual([2, 2, 2])
})
