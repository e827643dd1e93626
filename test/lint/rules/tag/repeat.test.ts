import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('removes the second, and minds tags that were left out', async () => {
  const card = 'tags: [a, C++, b, a]\n'
  const { findings } = await lintExample(card)
  expect(findings.filter(({ rule }) => rule === 'tag/repeat').map(({ pointer }) => pointer)).toEqual([
    '/tags/3',
  ])
  expect(await fixExample(card, 'tag/repeat')).toBe('tags: [a, C++, b]\n')
})

it('points at the second, and shows the first', async () => {
  const linted = await lintExample('tags:\n  - a\n  - b\n  - a\n')
  expect(textUnder(linted)).toEqual(['a'])
  expect(linted.findings[0]?.related?.[0]?.range.start.line).toBe(6)
})
