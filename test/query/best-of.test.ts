import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestOf } from '../../src/query/best-of.ts'

it('gives the best scores first, of equal ones the first, and no more than the limit', () => {
  expect(bestOf([1, 3, 2, 3])).toEqual([1, 3, 2, 0])
  expect(bestOf([1, 3, 2, 3], 3)).toEqual([1, 3, 2])
  expect(bestOf([0, 0, 0], 2)).toEqual([0, 1])
  expect(bestOf([0], 0)).toEqual([])
})

it('gives the beginning of what it gives without a limit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 30 }), fc.nat(35), (scores, limit) => {
      expect(bestOf(scores, limit)).toEqual(bestOf(scores).slice(0, limit))
    }),
  )
})
