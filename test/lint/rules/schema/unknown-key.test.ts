import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const fixed = async (lines: string) =>
  (await fixedFile(lines, 'schema/unknown-key')).split('\n').slice(4).join('\n')

it('points at the key', async () => {
  const linted = await lintExample('colour: red\n')
  expect(textUnder(linted)).toEqual(['colour'])
})

it.each([
  ['summry: S # c\n', 'summary: S # c\n'],
  ['author: Satya Benson\n', 'authors:\n  - Satya Benson\n'],
  ['authors:\n  - first: Satya\n    last: Benson\n', 'authors:\n  - given: Satya\n    family: Benson\n'],
  ['date: 2026-02\n', 'published: 2026-02\n'],
  ['keywords: [a, b]\n', 'tags: [a, b]\n'],
])('makes %j %j', async (before, after) => {
  expect(await fixed(before)).toBe(after)
})

it.each([
  ['nothing is near', 'colour: red\n'],
  ['the field is there already', 'author: A\nauthors: [B]\n'],
  ['two keys mean the same', 'keywords: [a]\ntag: b\n'],
  ['the value does not fit', 'date: last week\n'],
  ['the value is of another kind', 'rating: 4\n'],
])('makes no fix where %s', async (_, lines) => {
  expect(await fixed(lines)).toBe(lines)
})

it('tells and mends a misspelt key that is required once', async () => {
  const card = 'id: aB3dE5gH7j\nurl: https://www.rfc-editor.org/a\ntitel: A title\ntype: web\n'
  // The harness completes `.yaml` alone.
  const example = { files: { 'aB3dE5gH7j.yml': card } }
  expect((await lintExample(example)).findings.map(({ message }) => message)).toEqual([
    '`titel` is not a field of a card.',
  ])
  expect(await fixedFile(example, 'schema/unknown-key', 'aB3dE5gH7j.yml')).toBe(
    card.replace('titel', 'title'),
  )
})
