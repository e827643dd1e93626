import { describe, expect, it } from 'vitest'
import { queryError } from '../../src/query/query-error.ts'

const shown = (text: string, start: number, end: number) =>
  queryError({ text }, { start, end }, 'wrong').message.split('\n')

describe('the carets under a query', () => {
  it('stand under the place on a terminal, whatever the width of what is before it', () => {
    expect(shown('語 b', 2, 3)).toEqual(['wrong', '  語 b', '     ^'])
    expect(shown('e\u0301 b', 3, 4)).toEqual(['wrong', '  e\u0301 b', '    ^'])
    expect(shown('日本', 0, 2)).toEqual(['wrong', '  日本', '  ^^^^'])
  })

  it('stand behind the end for what is missing there', () => {
    expect(shown('ab', 2, 2)).toEqual(['wrong', '  ab', '    ^'])
  })

  it('stay in place after tabs, line ends and control characters, which are not echoed', () => {
    expect(shown('a\tb\nc\u001b[31m\u202e x', 12, 13)).toEqual([
      'wrong',
      '  a b c?[31m? x',
      '              ^',
    ])
  })

  it('stay in sight in a long query', () => {
    const [, query, carets] = shown(`${'a'.repeat(500)}!${'b'.repeat(500)}`, 500, 501)
    expect(query).toBe(`  …${'a'.repeat(60)}!${'b'.repeat(49)}…`)
    expect(carets).toBe(`${' '.repeat(63)}^`)
  })
})
