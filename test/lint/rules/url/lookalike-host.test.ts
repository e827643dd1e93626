import { expect, it } from 'vitest'
import { skeleton } from '../../../../src/lint/rules/url/skeleton.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['frontiermodeIforum.org', 'frontiermodelforum.org'],
  ['g00gle.com', 'google.com'],
  ['goog1e.com', 'google.com'],
  ['bloornberg.com', 'bloomberg.com'],
  ['vvho.int', 'who.int'],
  ['аpple.com', 'apple.com'],
  ['οpenai.com', 'openai.com'],
  ['nåture.com', 'nature.com'],
])('%s looks like %s', (one, other) => {
  expect(skeleton(one)).toBe(skeleton(other))
})

it.each([
  ['arxlv.org', 'arxiv.org'],
  ['natures.com', 'nature.com'],
  ['openai.org', 'openai.com'],
])('%s does not look like %s', (one, other) => {
  expect(skeleton(one)).not.toBe(skeleton(other))
})

const venues = { 'venues.yaml': '- id: nature\n  name: Nature\n  domains:\n    - www.nature.com/articles\n' }

it('sees through Punycode', async () => {
  const linted = await lintExample({
    files: { ...venues, 'aaaaaaaaa1.yaml': 'url: https://xn--nture-4ve.com/articles/nature14539\n' },
  })
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    [
      'url/lookalike-host',
      'The host `xn--nture-4ve.com` looks like `nature.com`, but is another: `xn--nture-4ve.com`.',
    ],
  ])
  expect(textUnder(linted)).toEqual(['https://xn--nture-4ve.com/articles/nature14539'])
})

it('looks at mirrors too, and names what the network sees', async () => {
  const linted = await lintExample({
    files: {
      'aaaaaaaaa1.yaml': 'url: https://www.wiley.com/a\n',
      'aaaaaaaaa2.yaml': 'url: https://www.wiley.com/b\n',
      'aaaaaaaaa3.yaml': 'also_at:\n  - https://www.wiIey.com/b\n',
    },
  })
  expect(linted.findings.map(({ file, pointer, message }) => [file, pointer, message])).toEqual([
    [
      'aaaaaaaaa3.yaml',
      '/also_at/0',
      'The host `www.wiIey.com` looks like `wiley.com`, but is another: `wiiey.com`.',
    ],
  ])
})

it.each([
  ['neither of two hosts is better known', 'https://www.fiIm.org/a', 'https://www.film.org/b'],
  ['a capital letter changes nothing', 'https://www.WILEY.com/a', 'https://www.wiley.com/b'],
])('says nothing where %s', async (_, one, other) => {
  const files = { 'aaaaaaaaa1.yaml': `url: ${one}\n`, 'aaaaaaaaa2.yaml': `url: ${other}\n` }
  expect((await lintExample({ files })).findings).toEqual([])
})
