import { expect, it } from 'vitest'
import { fewNames } from '../../src/model/few-names.ts'

it('names all of a few, and the first of many', () => {
  expect(fewNames(['a', 'b', 'c', 'd'])).toBe('a, b, c, d')
  expect(fewNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 others')
})
