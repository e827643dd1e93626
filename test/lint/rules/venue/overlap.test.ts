import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const venues = (a: string, b: string) => ({
  files: {
    'venues.yaml': `- id: aa\n  name: A\n  domains: [other.org, "${a}"]\n- id: bb\n  name: B\n  domains: ["${b}"]\n`,
  },
})

it.each([
  ['nature.com', 'Nature.com'],
  ['nature.com', 'www.nature.com'],
  ['nature.com/npj', 'nature.com/npj/'],
])('%s and %s are one', async (a, b) => {
  const linted = await lintExample(venues(a, b))
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['venue/overlap', '/0/domains/1'],
    ['venue/overlap', '/1/domains/0'],
  ])
  expect(textUnder(linted)).toEqual([`"${a}"`, `"${b}"`])
})

it.each([
  ['nature.com', 'notnature.com'],
  ['nature.com', 'blogs.nature.com'],
  ['nature.com', 'nature.com/npj'],
  ['nature.com/NPJ', 'nature.com/npj'],
])('%s and %s are two', async (a, b) => {
  expect((await lintExample(venues(a, b))).findings).toEqual([])
})
