import { expect, it } from 'vitest'
import { fixExample } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at what is left of the text, and names what is lost', async () => {
  const linted = await lintExample('title: The C# language #3 in a series\n')
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['yaml/cut-text', 'The text is cut short before `#3 in a series`, which is a comment to YAML.'],
  ])
  expect(textUnder(linted)).toEqual(['The C# language'])
})

it.each([
  ['title: The "best" of #3  # really\n', 'title: \'The "best" of #3  # really\'\n'],
  ['authors:\n  - Ann #1\n  - Bob Lee\n', 'authors:\n  - "Ann #1"\n  - Bob Lee\n'],
  ['label: A\n  name of #3\n', 'label: "A name of #3"\n'],
])('puts the whole of %j in quotes, where people agree', async (before, after) => {
  expect(await fixExample(before, 'yaml/cut-text')).toBe(after)
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
