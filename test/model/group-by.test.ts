import { expect, it } from 'vitest'
import { groupBy } from '../../src/model/group-by.ts'

it('keeps the order of the groups and of the items in each', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], text => text[0])]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ])
})
