import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('is off by default', async () => {
  expect((await lintExample('type: web\n')).findings).toEqual([])
})

it('says where a rating would come from', async () => {
  const linted = await lintExample(
    {
      files: {
        'aB3dE5gH7j.yaml': 'venue: rand\n',
        'venues.yaml': '- id: rand\n  name: RAND\n',
      },
    },
    'credibility/unrated',
  )
  expect(textUnder(linted)).toEqual(['rand'])
  expect(linted.findings.map(({ pointer, help }) => [pointer, help])).toEqual([
    ['/venue', 'Rate the venue `rand` in venues.yaml, or the card itself under `credibility:`.'],
  ])
})

it('points at the ID of a card that names no venue', async () => {
  expect(textUnder(await lintExample('type: web\n', 'credibility/unrated'))).toEqual(['aB3dE5gH7j'])
})
