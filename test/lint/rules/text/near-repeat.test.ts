import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWithin, mayRepeat, wordCounts } from '../../../../src/lint/rules/text/near-repeat.ts'
import { foldLine } from '../../../../src/model/fold.ts'

it('sees at a glance only of sentences that are different that they are', () => {
  const words = fc.constantFrom(
    'Training',
    'training',
    'these',
    'models',
    'model',
    'parallelises',
    'hardware',
    'größer',
    '5%',
    'of',
  )
  const sentences = fc.array(words, { maxLength: 6 }).map(list => list.join(' '))
  fc.assert(
    fc.property(sentences, sentences, (a, b) => {
      if (mayRepeat([a, b])) return
      const [own, other] = [wordCounts(a), wordCounts(b)]
      expect([isWithin(own, other), isWithin(other, own), foldLine(a) === foldLine(b)]).toEqual([
        false,
        false,
        false,
      ])
    }),
    { numRuns: 500 },
  )
})

it('looks closer where one of two sentences has a long word of the other', () => {
  expect(mayRepeat(['Attention alone suffices', 'Training parallelises well'])).toBe(false)
  expect(mayRepeat(['Attention alone suffices', 'ATTENTION is not enough'])).toBe(true)
})
