import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const card = { 'aaaaaaaaa1.yaml': 'url: https://notnature.com/articles/nature14539\n' }

it('is off by default', async () => {
  const venues = { 'venues.yaml': '- id: nature\n  name: Nature\n  domains: [nature.com]\n' }
  expect((await lintExample({ files: { ...venues, ...card } })).findings).toEqual([])
  const linted = await lintExample({ files: { ...venues, ...card } }, 'venue/unknown-domain')
  expect(textUnder(linted)).toEqual(['https://notnature.com/articles/nature14539'])
})

it('has nothing to say where there are no venues', async () => {
  expect((await lintExample({ files: card }, 'venue/unknown-domain')).findings).toEqual([])
})
