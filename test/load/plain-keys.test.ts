import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyAt, keyEndAt } from '../../src/load/plain-keys.ts'

describe('the end of a key', () => {
  it.each([
    ['a: b', 1],
    ['key_points:', 10],
    ['x-1:\n', 3],
    ['a:b', 0],
    ['a b: c', 0],
    ['1a: b', 0],
    ['é: b', 0],
    ['a', 0],
    [': a', 0],
    ['', 0],
  ])('of %j is at %i', (text, end) => {
    expect(keyEndAt(text, 0)).toBe(end)
    expect(keyEndAt(`- ${text}`, 2)).toBe(end === 0 ? 2 : end + 2)
  })
})

describe('keyAt', () => {
  it('gives the very key, whichever were met before', () => {
    const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,11}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), key)), keys => {
        for (const [before, each] of keys)
          expect(keyAt(`${before}${each}: x`, before.length, before.length + each.length)).toBe(each)
      }),
    )
  })
})
