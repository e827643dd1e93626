import { expect, it } from 'vitest'
import { urlFault } from '../../../../src/lint/rules/url/invalid-url.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['https://www.nature.com', undefined],
  ['https://www.nature.com./articles', undefined],
  ['HTTPS://WWW.NATURE.COM/A?b#c', undefined],
  ['https://8.8.8.8/resolve', undefined],
  ['https://[2001:db8::1]/', undefined],
  ['https://例え.jp/', undefined],
  ['https://my_host.blogspot.com/', undefined],
  ['https://https://arxiv.org/abs/1', 'has its scheme twice'],
  ['http://https//arxiv.org/abs/1', 'has its scheme twice'],
  ['https://arxiv/abs/1', 'has no dot in its host `arxiv`'],
  ['https://arxiv.org:abs/1', 'has `abs` where a port would stand'],
  ['https://arxiv.org:99999/1', 'has `99999` where a port would stand'],
  ['https://me@arxiv.org/abs/1', 'holds a user name or a password'],
  ['https://arxiv..org/abs/1', 'has no host that could exist in `arxiv..org`'],
  ['https://ar xiv.org/abs/1', 'has no host that could exist in `ar`'],
  ['https://www.nature,com/articles', 'has no host that could exist in `www.nature,com`'],
  ['https://-nature.com/', 'has no host that could exist in `-nature.com`'],
  ['https://nature.c/', 'has no host that could exist in `nature.c`'],
])('%s %s', (url, message) => {
  expect(urlFault(url)?.message).toBe(message)
})

it('points at the item of a list that is wrong, not at those before it', async () => {
  const linted = await lintExample(
    'also_at:\n  - not a url\n  - https://www.nature.com/a\n  - https://nature/a # no dot\n',
  )
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['url/valid', '/also_at/0'],
    ['url/valid', '/also_at/2'],
  ])
  expect(textUnder(linted)[1]).toBe('https://nature/a')
})

it('tells of what is no URL at all once', async () => {
  const { findings } = await lintExample('url: ftp://www.nature.com/a\ndoi: 10.1038/nature14539\n')
  expect(findings.map(({ rule }) => rule)).toEqual(['url/valid'])
})

it('does not show a password', async () => {
  const { findings } = await lintExample('url: https://reader:secret@www.nature.com/a\n')
  expect(findings.map(({ rule }) => rule)).toEqual(['url/valid'])
  expect(findings[0]?.message).not.toContain('secret')
})
