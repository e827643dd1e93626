import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the ID', async () => {
  const linted = await lintExample({ files: { 'aB3dE5gH7j.yaml': 'id: bC4eF6hI8k\n' } })
  expect(textUnder(linted)).toEqual(['bC4eF6hI8k'])
  expect(linted.findings[0]?.message).toBe(
    'The file is named after the ID `aB3dE5gH7j`, but its card has the ID `bC4eF6hI8k`.',
  )
})

it.each(['attention', 'benchmarks', 'Governance', '2026020601', 'claude3haiku', 'deepseekr1'])(
  'takes %s for no ID',
  async name => {
    expect((await lintExample({ files: { [`${name}.yaml`]: 'id: aB3dE5gH7j\n' } })).findings).toEqual([])
  },
)

it('takes a word for an ID when another card has it', async () => {
  const files = { 'benchmarks.yaml': 'id: aB3dE5gH7j\n', 'x.yaml': 'id: benchmarks\n' }
  expect((await lintExample({ files })).findings.map(({ file }) => file)).toEqual(['benchmarks.yaml'])
})

it('looks at retired cards too', async () => {
  const retired = 'id: bC4eF6hI8k\nretired:\n  date: "2026-01-01"\n  reason: Gone.\n'
  const { findings } = await lintExample({ files: { 'retired/aB3dE5gH7j.yaml': retired } })
  expect(findings.map(({ rule }) => rule)).toEqual(['id/file-name'])
})
