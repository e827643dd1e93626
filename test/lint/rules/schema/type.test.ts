import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const fixed = async (lines: string) => (await fixedFile(lines, 'schema/type')).split('\n').slice(4).join('\n')

it('points at the value', async () => {
  expect(textUnder(await lintExample('authors: Satya Benson # alone\n'))).toEqual(['Satya Benson'])
})

it.each([
  ['authors: Benson, Satya\n', ['Benson, Satya']],
  ['tags: one, two\n', ['one', 'two']],
  ['key_points: It works, mostly.\n', ['It works, mostly.']],
])('makes a list of %j', async (before, items) => {
  const after = await fixed(before)
  for (const item of items) expect(after).toMatch(new RegExp(`(?:- |[[ ])["']?${item}["']?(?:\\n|,|\\])`))
})

it('takes the only item out of its list', async () => {
  expect(await fixed('label: [A name]\n')).toBe('label: A name\n')
})

it.each(['label: [A, B]\n', 'tags: Two words\n', 'forum: many\n', 'forum:\n  karma: many\n'])(
  'leaves %j to people',
  async lines => {
    expect(await fixed(lines)).toBe(lines)
  },
)
