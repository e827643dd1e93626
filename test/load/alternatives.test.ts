import { describe, expect, it } from 'vitest'
import { alternatives } from '../../src/load/alternatives.ts'

describe('alternatives', () => {
  it.each([
    ['a.md', ['a.md']],
    ['*.{md,mdx}', ['*.md', '*.mdx']],
    ['{a,b}/{c,d}', ['a/c', 'a/d', 'b/c', 'b/d']],
    ['{a,{b,c}}', ['a', 'a', 'b', 'c']],
    ['{a}', ['{a}']],
    ['{a,b', ['{a,b']],
  ])('of %s', (pattern, expected) => {
    expect([...new Set(alternatives(pattern))].sort()).toEqual([...new Set(expected)])
  })

  it('are not made of a pattern that stands for too many', () => {
    const bomb = '{a,b}'.repeat(40)
    expect(alternatives(bomb)).toEqual([bomb])
  })
})
