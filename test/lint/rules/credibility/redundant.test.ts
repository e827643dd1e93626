import { expect, it } from 'vitest'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it('compares with the venue of the URL too', async () => {
  const linted = await lintExample({
    files: {
      'aB3dE5gH7j.yaml': 'url: https://www.rand.org/pubs/1.html\ncredibility:\n  rating: 4\n',
      'venues.yaml': '- id: rand\n  name: RAND\n  domains: [rand.org]\n  credibility: 4\n',
    },
  })
  expect(linted.findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['credibility/redundant', 'The rating is 4 without it too: that of the venue `rand`.'],
  ])
  expect(textUnder(linted)).toEqual(['credibility'])
  expect(linted.findings[0]?.restsOn).toEqual([['url']])
})
