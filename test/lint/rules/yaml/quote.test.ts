import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const rulesOf = async (lines: string) => (await lintExample(lines)).findings.map(({ rule }) => rule)

it('points at the value alone, also within a list in brackets', async () => {
  const linted = await lintExample('published: 2026-02-06 # a Friday\naliases: [12345678, abcd]\n')
  expect(textUnder(linted)).toEqual(['2026-02-06', '12345678'])
})

it('puts the quotes that the file uses', async () => {
  expect(await fixedFile("label: 'A'\npublished: 2026-02-06\n", 'yaml/quote')).toMatch(
    /label: 'A'\npublished: '2026-02-06'\n$/,
  )
  expect(await fixedFile('published: 2026-02-06\n', 'yaml/quote')).toMatch(/published: "2026-02-06"\n$/)
})

it('leaves it to people whether `null` is a text', async () => {
  const { findings } = await lintExample('label: ~\n')
  expect(findings).toMatchObject([
    { rule: 'yaml/quote', help: 'Remove the key, or write `"~"` if that is the text.' },
  ])
  expect(findings[0]?.fix).toBeUndefined()
})

it.each([
  'forum:\n  karma: 32\n',
  'notes: |\n  1984\n',
  'notes: >-\n  2026-02-06\n',
  'authors:\n  - "1984"\n',
  'published: "2026-02-06"\nnotes: 2026-02-06 was a Friday.\n',
])('does not mind %j', async lines => {
  expect(await rulesOf(lines)).toEqual([])
})

it('looks at names of authors and at venues', async () => {
  expect(await rulesOf('authors:\n  - family: 1984\n')).toContain('yaml/quote')
  const { findings } = await lintExample({
    files: { 'venues.yaml': '- id: a\n  name: 1984\n  credibility: 3\n' },
  })
  expect(findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([['yaml/quote', '/0/name']])
})

it.each([
  ['credibility: 4\n', ['schema/type']],
  ['published: 2021-13-04\n', ['schema/value']],
  ['published: 2021-02-30\n', ['date/impossible']],
  ['cited_by: 3\n', ['schema/type']],
  ['tags: [alignment, 2026-02-06, 3.5]\n', ['yaml/quote', 'tag/format']],
  ['summary: null\n', ['text/boilerplate']],
])('leaves a value that is wrong anyway to the rule about it: %j', async (lines, rules) => {
  expect(await rulesOf(lines)).toEqual(rules)
})
