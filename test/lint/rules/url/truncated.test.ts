import { expect, it } from 'vitest'
import { truncation } from '../../../../src/lint/rules/url/truncation.ts'
import { lintExample, textUnder } from '../../../support/lint-example.ts'

it.each([
  ['https://www.nature.com/a(b', 'has a `(` without its counterpart, as if it had been cut off'],
  ['https://www.nature.com/a)', 'has a `)` without its counterpart, as if it had been cut off'],
  [
    'https://en.wikipedia.org/wiki/Go_%28game',
    'has a `(` without its counterpart, as if it had been cut off',
  ],
  ['https://www.nature.com/a[1', 'has a `[` without its counterpart, as if it had been cut off'],
  ['https://www.nature.com/a,', 'ends with `,`'],
  ['https://www.nature.com/a%2C', 'ends with `,`'],
  ['https://www.nature.com/articles.', 'ends with `.`'],
  ['https://www.nature.com/a…', 'ends with `…`'],
  ['https://www.nature.com/a...', 'ends with `.`'],
  ['https://www.nature.com/a"', 'ends with `"`'],
  ['https://www.nature.com/a%e2%8', 'ends within a character that is written as `%` and two digits'],
])('%s %s', (url, reason) => {
  expect(truncation(url)).toBe(reason)
})

it.each([
  'https://en.wikipedia.org/wiki/Go_(game)',
  'https://en.wikipedia.org/wiki/Washington,_D.C.',
  'https://en.wikipedia.org/wiki/Help!',
  'https://en.wikipedia.org/wiki/Don%27t_You_Worry_%27bout_a_Thing.',
  'https://www.sec.gov/cgi-bin/Palantir_Technologies_Inc.',
  'https://www.sciencedirect.com/science/article/pii/S0140-6736(05)67394-1',
  'https://www.youtube.com/watch?v=abcdefghij-',
  'https://www.nature.com/articles/a?page=',
  'https://www.nature.com/a#:~:text=as%20we%20said%20(see%20below,',
])('finds nothing wrong with %s', url => {
  expect(truncation(url)).toBeUndefined()
})

it('shows the end of a long URL, which is to blame', async () => {
  const linted = await lintExample(`url: https://www.nature.com/${'articles/'.repeat(10)}nature14539),\n`)
  expect(linted.findings.map(({ message }) => message)).toEqual([
    '`https://www.nature.com/a…les/articles/articles/nature14539),` has a `)` without its counterpart, as if it had been cut off.',
  ])
  expect(textUnder(linted)[0]).toMatch(/^https:.*\),$/)
})

it('takes time in proportion to the length', () => {
  const start = performance.now()
  for (const part of ['a.', '(', ')', '%', '%28', ':~:', '…'])
    truncation(`https://www.nature.com/${part.repeat(500_000)}`)
  expect(performance.now() - start).toBeLessThan(5000)
})
