import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  '# cards-ignore credibility/reason',
  '# cards-ignore credibility/reason:',
  '#cards-ignore credibility/reason :',
])('is told of the whole comment, and what it names is found: %s', async comment => {
  const linted = await lintExample(`language: en\n${comment}\ncredibility:\n  rating: 2\n`)
  expect(linted.findings.map(({ rule }) => rule)).toEqual(['lint/suppression-reason', 'credibility/reason'])
  expect(textUnder(linted)[0]).toBe(comment.trimEnd())
})
