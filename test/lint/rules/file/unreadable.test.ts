import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('says what is in the place of a file', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': '', 'pages.yaml/x.txt': '' },
    links: { 'loop.yaml': 'loop.yaml', 'lost.yaml': 'nowhere.yaml' },
  })
  expect(textUnder(linted)).toEqual(['', '', ''])
  expect(linted.findings).toMatchObject([
    { rule: 'file/unreadable', file: 'loop.yaml', message: 'The link leads back to itself.' },
    { rule: 'file/unreadable', file: 'lost.yaml', message: 'The link leads nowhere.' },
    { rule: 'file/unreadable', file: 'pages.yaml', message: 'The file is not a regular file.' },
  ])
})
