import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is told in the place of the name, also of a group', async () => {
  const linted = await lintExample('language: en\n# cards-ignore texts/*: settled\npublished: "2024"\n')
  expect(linted.findings.map(({ rule }) => rule)).toEqual(['lint/unknown-rule'])
  expect(textUnder(linted)).toEqual(['texts/*'])
})

it('is silent about a group that there is', async () => {
  const card = 'language: en\n# cards-ignore credibility/*: settled\ncredibility:\n  rating: 2\n'
  expect((await lintExample(card)).findings).toEqual([])
})
