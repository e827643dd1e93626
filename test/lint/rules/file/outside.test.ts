import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('names the link, and does not read what it leads to', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': '' },
    links: { 'x.yaml': '/etc/passwd', 'pages.yaml': '/etc/passwd' },
  })
  expect(textUnder(linted)).toEqual(['', ''])
  expect(linted.findings).toMatchObject([
    { rule: 'file/outside', file: 'pages.yaml', message: 'The file leads out of the library.' },
    { rule: 'file/outside', file: 'x.yaml', message: 'The link leads out of the library.' },
  ])
})
