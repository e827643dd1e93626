import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsIn, joinedItems } from '../../../src/notation/csv/cell-list.ts'

describe('a list in a cell', () => {
  it.each([
    [['a', 'b'], 'a; b'],
    [['https://x.example/a;b', 'c'], 'https://x.example/a;b; c'],
    [['One; two.', 'Three.'], 'One; two.\nThree.'],
    [['One; two.'], '\nOne; two.'],
    [['ends so;'], '\nends so;'],
    [[], ''],
  ])('%j is %j', (items, cell) => {
    expect(joinedItems(items)).toBe(cell)
    expect(itemsIn(cell)).toEqual(items)
  })

  it.each([
    ['a;  b ;', ['a', 'b']],
    ['a\n\nb\n', ['a', 'b']],
    ['a; b\n', ['a', 'b']],
    [' \n', []],
  ])('as people write it, %j, is %j', (cell, items) => {
    expect(itemsIn(cell)).toEqual(items)
  })

  it('gives back every list of lines', () => {
    const item = fc
      .array(fc.constantFrom(';', ' ', 'a', ',', '; ', '\u00a0', "'", '\t'))
      .map(signs => signs.join('').trim())
      .filter(text => text !== '')
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), items => {
        expect(itemsIn(joinedItems(items))).toEqual(items)
      }),
    )
  })
})
