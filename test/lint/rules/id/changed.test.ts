import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the new ID', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': '' },
    before: { 'aB3dE5gH7j.yaml': 'id: cD5fG7iJ9l\n' },
  })
  expect(linted.findings.map(({ rule }) => rule)).toEqual(['id/changed'])
  expect(textUnder(linted)).toEqual(['aB3dE5gH7j'])
})

it('does not mind files that change places', async () => {
  const { findings } = await lintExample({
    files: { 'a.yaml': 'id: aB3dE5gH7j\n', 'b.yaml': 'id: bC4eF6hI8k\n' },
    before: { 'a.yaml': 'id: bC4eF6hI8k\n', 'b.yaml': 'id: aB3dE5gH7j\n' },
  })
  expect(findings).toEqual([])
})
