import { expect, it } from 'vitest'
import { isWithin, wordCounts } from '../../../../src/lint/rules/text/near-repeat.ts'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('removes the later of two equal points, with what is different in space and case', async () => {
  const card =
    'key_points:\n  - Attention alone suffices. # first\n  - Second\n  - attention  ALONE suffices.\n'
  const linted = await lintExample(card)
  expect(textUnder(linted)).toEqual(['attention  ALONE suffices.'])
  expect(linted.findings[0]?.message).toBe('Key point 3 says the same as point 1.')
  expect(linted.findings[0]?.fix?.safe).toBe(true)
  expect(await fixExample(card, 'text/key-points')).toMatch(
    /^key_points:\n {2}- Attention alone suffices. # first\n {2}- Second\n/,
  )
})

it('removes the poorer of two that are nearly equal', async () => {
  const long = 'Larger models generalise to languages they were never shown'
  const card = `key_points:\n  - Models generalise to languages they were never shown\n  - ${long}\n`
  const { findings } = await lintExample(card)
  expect(findings.map(({ fix }) => fix?.safe)).toEqual([false])
  expect(await fixExample(card, 'text/key-points')).toBe(`key_points:\n  - ${long}\n`)
})

it.each([
  ['Accuracy rises by 5% with more data', 'Accuracy rises by 7% with more data'],
  ['Models of this size do generalise well', 'Models of this size do not generalise well'],
  ['Emissions of training runs increased last year', 'Emissions of training runs decreased last year'],
  ['Scaling works', 'Scaling works well'],
  [
    'Requires all developers to report incidents',
    'Requires all developers to report incidents within 24 hours',
  ],
])('takes %j and %j for two points', (a, b) => {
  const [one, other] = [wordCounts(a), wordCounts(b)]
  expect(isWithin(one, other) || isWithin(other, one)).toBe(false)
})

it('rests on the point that says nearly the same', async () => {
  const point = 'Training parallelises well on modern hardware'
  const { findings } = await lintExample(`key_points:\n  - Other\n  - ${point}\n  - The ${point}\n`)
  expect(findings.map(({ restsOn }) => restsOn)).toEqual([[['key_points', 1]]])
})

it('takes points that differ in signs for two', async () => {
  expect((await lintExample('key_points:\n  - Written in C\n  - Written in C++\n')).findings).toEqual([])
})
