import { expect, it } from 'vitest'
import { fixedFile } from '../../../support/fix-example.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('points at each key, also within a mapping', async () => {
  const linted = await lintExample('published:\ntags: []\nforum:\n  karma: 3\n  answers:\n')
  expect(textUnder(linted)).toEqual(['published', 'tags', 'answers'])
  expect(linted.findings.map(({ message }) => message)).toEqual([
    '`published` has no value.',
    '`tags` is an empty list.',
    '`answers` has no value.',
  ])
})

it('removes the keys, and a mapping that loses all', async () => {
  const lines = 'published: # when?\nforum:\n  karma:\nlabel: A\n'
  expect((await fixedFile(lines, 'schema/empty-value')).split('\n').slice(4).join('\n')).toBe('label: A\n')
})

it('leaves required and unknown keys to their own rules', async () => {
  const { findings } = await lintExample('title:\ncolour:\ncredibility:\n  rating:\n  reason: R\n')
  expect(findings.map(({ rule }) => rule).sort()).toEqual([
    'schema/required',
    'schema/required',
    'schema/unknown-key',
  ])
})

it('counts the entries of a registry as the file has them, also those that are wrong', async () => {
  const venues = '- name: A\n- id: b\n  name: B\n  domains: []\n'
  const linted = await lintExample({ files: { 'venues.yaml': venues } })
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['schema/required', '/0'],
    ['schema/empty-value', '/1/domains'],
  ])
  expect(textUnder(linted)[1]).toBe('domains')
})
