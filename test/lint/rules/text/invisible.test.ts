import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('says which character it is, and after which word', async () => {
  const linted = await lintExample('title: "Scaling\\u00a0laws"\nlabel: "\\u200bLaws\\u202e"\n')
  expect(linted.findings.map(({ message }) => message)).toEqual([
    'The title holds a no-break space (U+00A0) after `Scaling`.',
    'The label holds 2 invisible characters, the first a zero width space (U+200B) at its start.',
  ])
  expect(textUnder(linted)).toEqual(['"Scaling\\u00a0laws"', '"\\u200bLaws\\u202e"'])
})

it('takes them out', async () => {
  expect(await fixExample('title: "Scaling\\u00a0laws\\u200b"\n', 'text/invisible')).toBe(
    'title: "Scaling laws"\n',
  )
  expect(await fixExample('title: Scaling\u00a0laws\n', 'text/invisible')).toBe('title: Scaling laws\n')
})

it('has no fix for a title that nobody can see', async () => {
  const { findings } = await lintExample('title: "\\u200b"\n')
  expect(findings.map(({ rule, fix }) => [rule, fix])).toEqual([['text/invisible', undefined]])
})

it('sees the parts of names', async () => {
  const { findings } = await lintExample('authors:\n  - family: "Le\\u00adcun"\n    given: Yann\n')
  expect(findings.map(({ pointer }) => pointer)).toEqual(['/authors/0/family'])
})
