import { expect, it } from 'vitest'
import type { LintContext } from '../../../../src/lint/lint-context.ts'
import { aliasClash } from '../../../../src/lint/rules/id/alias-clash.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is told at both cards, at the alias and at the ID', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'aliases: [abcd, BC4EF6HI8K]\n', 'bC4eF6hI8k.yaml': '' },
  })
  expect(textUnder(linted)).toEqual(['BC4EF6HI8K', 'bC4eF6hI8k'])
  expect(linted.findings.map(({ related }) => related?.map(({ file }) => file))).toEqual([
    ['bC4eF6hI8k.yaml'],
    ['aB3dE5gH7j.yaml'],
  ])
})

it('does not mind a card whose alias is its own ID, or there twice', async () => {
  const { findings } = await lintExample('aliases: [aB3dE5gH7j, abcd, abcd]\n')
  expect(findings.filter(({ rule }) => rule === 'id/alias-clash')).toEqual([])
})

it('does not mind the ID of a card that it replaces, in whatever case', async () => {
  const { findings } = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': 'aliases: [bC4eF6hI8k]\n',
      'retired/bC4eF6hI8k.yaml':
        'retired:\n  date: "2026-01-01"\n  reason: Merged.\n  replaced_by: AB3DE5GH7J\n',
    },
  })
  expect(findings).toEqual([])
})

it('names a few of the many that share an alias, and takes time in proportion to their number', async () => {
  const cards = Array.from({ length: 20_000 }, (_, i) => {
    const id = `aaaaa${String(i).padStart(5, '0')}`
    return { id, path: `${id}.yaml`, fields: { id, aliases: ['abcd'] }, findings: [] }
  })
  const started = performance.now()
  const context = { cards, retired: [] } as unknown as LintContext
  const problems = aliasClash.scope === 'library' ? [...aliasClash.check(context, {})] : []
  expect(performance.now() - started).toBeLessThan(2000)
  expect(problems).toHaveLength(20_000)
  expect(problems[0]?.message).toBe(
    'The alias `abcd` is also that of aaaaa00001, aaaaa00002, aaaaa00003 and 19,996 others.',
  )
  expect(problems.at(-1)?.related).toHaveLength(20)
})
