import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at what is wrong, and hides no other card', async () => {
  const linted = await lintExample({ files: { 'aB3dE5gH7j.yaml': 'notes: "One\n', 'bC4eF6hI8k.yaml': '' } })
  expect(linted.findings.map(({ rule, file }) => [rule, file])).toEqual([['yaml/syntax', 'aB3dE5gH7j.yaml']])
  expect(textUnder(linted)[0]).toMatch(/^"/)
  expect(linted.findings).toHaveLength(1)
})

it('is an error also for an alias or tag that cannot be read', async () => {
  for (const line of ['notes: *elsewhere\n', 'notes: !secret text\n', '<<: {}\n'])
    expect((await lintExample(line)).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['yaml/syntax', 'error'],
    ])
})
