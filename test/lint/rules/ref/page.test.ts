import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const PAGES = '- id: goodfire\n  title: Goodfire\n'

it('points at the item', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'cited_by: [goodfire, elsewhere]\n', 'pages.yaml': PAGES },
  })
  expect(textUnder(linted)).toEqual(['elsewhere'])
})

it('reports only misspelt ids while pages.yaml has few of the pages', async () => {
  const linted = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'cited_by: [one, two, three, goodfir]\n', 'pages.yaml': PAGES },
  })
  expect(textUnder(linted)).toEqual(['goodfir'])
})
