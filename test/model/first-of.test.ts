import { expect, it } from 'vitest'
import { firstOf } from '../../src/model/first-of.ts'

it.each([
  [0, []],
  [2, ['1', '2']],
  [3, ['1', '2', '3']],
  [4, ['1', '2', '3', '… and 1 more']],
  [9, ['1', '2', '3', '… and 6 more']],
])('of %i lines, gives three and how many there are besides', (count, expected) => {
  const lines = Array.from({ length: count }, (_, i) => String(i + 1))
  expect(firstOf(lines, 3, more => `… and ${more} more`)).toEqual(expected)
})
