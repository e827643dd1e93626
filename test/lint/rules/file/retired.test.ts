import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at the key of a block that does not belong there', async () => {
  const linted = await lintExample('retired:\n  date: "2026-01-01"\n  reason: The page is gone.\n')
  expect(textUnder(linted)).toEqual(['retired'])
})

it('points at the ID of a card without a block', async () => {
  const linted = await lintExample({ files: { 'retired/topic/aB3dE5gH7j.yaml': '' } })
  expect(textUnder(linted)).toEqual(['aB3dE5gH7j'])
})

it('leaves a block that is wrong to the rules about values', async () => {
  for (const block of ['retired: long ago\n', 'retired:\n  date: "2026-01-01"\n']) {
    const { findings } = await lintExample({ files: { 'retired/aB3dE5gH7j.yaml': block } })
    expect(findings.map(({ rule }) => rule)).not.toContain('file/retired')
    expect(findings).not.toEqual([])
  }
})
