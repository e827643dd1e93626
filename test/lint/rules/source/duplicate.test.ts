import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('reports each card once, where it gives what another gives too', async () => {
  const linted = await lintExample({
    files: {
      'aaaaaaaaa1.yaml': 'url: https://www.nature.com/a\ntitle: First\n',
      'aaaaaaaaa2.yaml':
        'url: https://qz.com/b\ntitle: Second\nalso_at:\n  - https://qz.com/c\n  - "http://nature.com/a/"\ndoi: 10.1038/X\n',
      'aaaaaaaaa3.yaml': 'doi: 10.1038/x\ntitle: Third\n',
      'aaaaaaaaa4.yaml': 'url: https://www.nature.com/b\n',
    },
  })
  expect(linted.findings.map(({ rule, file, pointer, message }) => [rule, file, pointer, message])).toEqual([
    [
      'source/duplicate',
      'aaaaaaaaa1.yaml',
      '/url',
      'The card is for the same source as `aaaaaaaaa2` (“Second”), `aaaaaaaaa3` (“Third”).',
    ],
    [
      'source/duplicate',
      'aaaaaaaaa2.yaml',
      '/doi',
      'The card is for the same source as `aaaaaaaaa1` (“First”), `aaaaaaaaa3` (“Third”).',
    ],
    [
      'source/duplicate',
      'aaaaaaaaa3.yaml',
      '/doi',
      'The card is for the same source as `aaaaaaaaa1` (“First”), `aaaaaaaaa2` (“Second”).',
    ],
  ])
  expect(textUnder(linted)).toEqual(['https://www.nature.com/a', '10.1038/X', '10.1038/x'])
  expect(linted.findings[0]?.related?.map(({ file }) => file)).toEqual(['aaaaaaaaa2.yaml', 'aaaaaaaaa3.yaml'])
})

it.each([
  ['versions of an arXiv paper', 'https://arxiv.org/abs/2401.02843v1', 'https://arxiv.org/html/2401.02843v3'],
  [
    'a post on two forums',
    'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/agi-ruin',
    'https://www.alignmentforum.org/posts/uMQ3cqWDPHhjtiesc/agi-ruin-a-list',
  ],
])('takes %s for one source', async (_, one, other) => {
  const files = { 'aaaaaaaaa1.yaml': `url: ${one}\n`, 'aaaaaaaaa2.yaml': `url: ${other}\n` }
  const { findings } = await lintExample({ files })
  expect(findings.filter(({ rule }) => rule === 'source/duplicate')).toHaveLength(2)
})

it('leaves cards that share an ID to the rule about that', async () => {
  const text = 'id: aaaaaaaaa1\nurl: https://www.nature.com/a\n'
  const { findings } = await lintExample({ files: { 'aaaaaaaaa1.yaml': text, 'copy/aaaaaaaaa1.yaml': text } })
  expect(findings.map(({ rule }) => rule)).not.toContain('source/duplicate')
})

it('does not look at retired cards', async () => {
  const { findings } = await lintExample({
    files: {
      'aaaaaaaaa1.yaml': 'url: https://www.nature.com/a\n',
      'retired/aaaaaaaaa2.yaml':
        'url: https://www.nature.com/a\nretired: { date: "2026-05-01", reason: Merged., replaced_by: aaaaaaaaa1 }\n',
    },
  })
  expect(findings.map(({ rule }) => rule)).not.toContain('source/duplicate')
})

it('counts all the others and names a few', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`aaaaaaaa${10 + i}.yaml`, 'url: https://www.nature.com/a\n']),
  )
  const { findings } = await lintExample({ files })
  const found = findings.filter(({ rule }) => rule === 'source/duplicate')
  expect(found).toHaveLength(30)
  expect(found[29]?.message).toContain(', 26 more.')
  expect(found[29]?.related).toHaveLength(20)
})
