import { applyPatch, createTwoFilesPatch } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineHunks } from '../../src/commands/line-hunks.ts'

const HEAD = '--- a\n+++ b\n'
const shortest = (old: string, now: string) =>
  createTwoFilesPatch('a', 'b', old, now).replace(/^=+\n--- a\n\+\+\+ b\n/, '')

describe('hunks of lines', () => {
  it('are those of the shortest difference where lines only change', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i}\r\n`)
    const now = lines.map((line, i) => ([3, 4, 20, 29, 59].includes(i) ? `now ${line}` : line))
    expect(lineHunks(lines.join(''), now.join(''))).toBe(shortest(lines.join(''), now.join('')))
  })

  it.each([
    ['', 'a\nb\n'],
    ['a\nb', ''],
    ['a\nb\nc', 'a\nB\nc'],
    ['a\nb', 'a\nB\n'],
  ])('are right from %j to %j', (old, now) => {
    expect(lineHunks(old, now)).toBe(shortest(old, now))
  })

  it('lead from any text to any other', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '\u{1f600}\n', 'x'), { maxLength: 30 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text, (old, now) => {
        fc.pre(old !== now)
        expect(applyPatch(old, HEAD + lineHunks(old, now), { autoConvertLineEndings: false })).toBe(now)
      }),
      { numRuns: 500 },
    )
  })
})
