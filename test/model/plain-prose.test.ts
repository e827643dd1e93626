import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainProse } from '../../src/model/plain-prose.ts'

describe('plain prose', () => {
  it.each([
    ['**Not** *new*', 'Not new'],
    ['See [the paper](https://example.org "Title").', 'See the paper.'],
    ['<https://example.org> and https://example.org.', 'https://example.org and https://example.org.'],
    ['`a*b*` and \\*c\\*', 'a*b* and *c*'],
    ['![A chart](chart.png)', 'A chart'],
    ['AT&amp;T, caf&#233;, &unknown;', 'AT&T, café, &unknown;'],
    ['one\ntwo\n\nthree', 'one two\n\nthree'],
    ['a line&#10;break', 'a line break'],
    ['snake_case 2 * 3 [1]', 'snake_case 2 * 3 [1]'],
    ['', ''],
  ])('of %j is %j', (markdown, plain) => {
    expect(plainProse(markdown)).toBe(plain)
  })

  it('of words without signs is these words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,9}$/), { minLength: 1 }), words => {
        expect(plainProse(words.join(' '))).toBe(words.join(' '))
      }),
    )
  })

  it('comes in linear time', () => {
    for (const sign of ['*', '_', '[', '`', '![', '<', '&', 'https:'])
      expect(plainProse(`${sign} a`.repeat(50_000)).length).toBeGreaterThan(0)
  })
})
