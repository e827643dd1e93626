import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is off by default', async () => {
  expect((await lintExample('url: http://www.incompleteideas.net/\n')).findings).toEqual([])
})

it('looks at the source and its mirrors, not at the archived copy', async () => {
  const linted = await lintExample(
    'url: HTTP://www.incompleteideas.net/a\nalso_at:\n  - http://www.incompleteideas.net/b\narchive_url: http://archive.org/c\n',
    'url/prefer-https',
  )
  expect(linted.findings.map(({ rule }) => rule)).toEqual(['url/prefer-https', 'url/prefer-https'])
  expect(textUnder(linted)).toEqual(['HTTP://www.incompleteideas.net/a', 'http://www.incompleteideas.net/b'])
})
