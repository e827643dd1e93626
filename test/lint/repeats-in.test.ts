import { expect, it } from 'vitest'
import { repeatsIn } from '../../src/lint/repeats-in.ts'

it('gives each item whose key an earlier one has, with the first of that key', () => {
  expect(repeatsIn(['a', 'b', 'A', 'c', 'a'], text => text.toLowerCase())).toEqual([
    { index: 2, first: 0 },
    { index: 4, first: 0 },
  ])
})
