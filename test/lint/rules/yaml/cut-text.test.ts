import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at what is left of the text, and names what is lost', async () => {
  const linted = await lintExample('title: The C# language #3 in a series\n')
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['yaml/cut-text', 'The text is cut short before `#3 in a series`, which is a comment to YAML.'],
  ])
  expect(textUnder(linted)).toEqual(['The C# language'])
})

it.each([
  ['title: The "best" of #3  # really\n', 'The "best" of'],
  ['authors:\n  - Ann #1\n  - Bob Lee\n', 'Ann'],
  ['label: A\n  name of #3\n', 'A\n  name of'],
])('sees the text cut in %j', async (lines, left) => {
  expect(textUnder(await lintExample(lines))).toEqual([left])
})

it.each([
  'title: The C# language\n',
  "title: 'In quotes' #3\n",
  'notes: |\n  A block with #3\n',
  'tags: [alignment] #todo\n',
  'title: Scaling laws ## the first\n',
  'title: Scaling laws #cards-ignore text/title -- why\n',
])('is silent about %j', async lines => {
  const { findings } = await lintExample(lines)
  expect(findings.map(({ rule }) => rule)).not.toContain('yaml/cut-text')
})
