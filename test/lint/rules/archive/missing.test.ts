import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is off by default', async () => {
  expect((await lintExample('cited_by: [goodfire]\n')).findings).toEqual([])
})

it('points at the URL that may be gone one day', async () => {
  const linted = await lintExample('cited_by: [goodfire, reward-hacking]\n', 'archive/missing')
  expect(linted.findings.map(({ message }) => message)).toEqual([
    '2 pages cite this source, and no copy of it is kept anywhere.',
  ])
  expect(textUnder(linted)).toEqual(['https://www.rfc-editor.org/rfc/rfc2606'])
})

it.each([
  'also_at: [https://web.archive.org/web/2020/https://www.nature.com/]',
  'also_at: [https://doi.org/10.1038/nature14539]',
  'isbn: 978-0-525-55861-3',
  'url: https://archive.ph/abcde',
])('is content with %s', async line => {
  const { findings } = await lintExample(`cited_by: [goodfire]\n${line}\n`, 'archive/missing')
  expect(findings.filter(({ rule }) => rule === 'archive/missing')).toEqual([])
})
