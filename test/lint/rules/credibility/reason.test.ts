import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

const VENUES = '- id: rand\n  name: RAND\n  domains: [rand.org]\n  credibility: 4\n'

it('points at the key of the rating', async () => {
  const linted = await lintExample('credibility:\n  rating: 2\n')
  expect(linted.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['credibility/reason', '/credibility'],
  ])
  expect(textUnder(linted)).toEqual(['credibility'])
})

it('tells the rating that is overridden', async () => {
  const { findings } = await lintExample({
    files: { 'aB3dE5gH7j.yaml': 'venue: rand\ncredibility:\n  rating: 2\n', 'venues.yaml': VENUES },
  })
  expect(findings.map(({ message }) => message)).toEqual([
    'The card is rated 2, its venue 4, and it does not say why.',
  ])
})
