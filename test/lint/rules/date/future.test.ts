import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['2026-06-16', 0],
  ['2026-06-17', 1],
  ['2026-06', 0],
  ['2026-07', 1],
  ['2026', 0],
  ['2027', 1],
])('of %s on 2026-06-15 finds %d', async (published, count) => {
  const linted = await lintExample(`published: "${published}"\n`)
  expect(linted.findings.map(({ rule }) => rule)).toEqual(Array(count).fill('date/future'))
})

it('sees when a card was retired, and takes its grace from its options', async () => {
  const lines = 'retired:\n  date: "2026-06-20"\n  reason: Merged into another card.\n'
  const files = { 'retired/aB3dE5gH7j.yaml': lines }
  expect(textUnder(await lintExample({ files }))).toEqual(['"2026-06-20"'])
  expect((await lintExample({ files, options: { grace: 7 } }, 'date/future')).findings).toEqual([])
})
