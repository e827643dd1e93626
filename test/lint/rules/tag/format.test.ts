import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('writes as slugs the tags that are sure to be meant', async () => {
  const card = 'tags:\n  - Game Theory # old\n  - ok\n  - "#open_source"\n  - C++\n'
  const linted = await lintExample(card)
  expect(linted.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['tag/format', 'warning'],
    ['tag/format', 'warning'],
    ['tag/format', 'warning'],
  ])
  expect(textUnder(linted)).toEqual(['Game Theory', '"#open_source"', 'C++'])
  expect(await fixExample(card, 'tag/format')).toBe(
    'tags:\n  - game-theory # old\n  - ok\n  - open-source\n  - C++\n',
  )
})
