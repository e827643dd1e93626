import { expect, it } from 'vitest'
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
