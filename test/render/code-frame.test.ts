import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../src/model/place.ts'
import { codeFrame } from '../../src/render/code-frame.ts'
import { textWidth } from '../../src/render/text-width.ts'
import type { Terminal } from '../../src/render/theme.ts'

const terminal: Terminal = { columns: 40, color: 0, hyperlinks: false, unicode: true }
const at = (line: number, column: number, endLine: number, endColumn: number): Range => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})
const frame = (source: string, range: Range) => codeFrame(source, range, terminal).split('\n')

describe('codeFrame', () => {
  it('shows the lines around a range and marks it', () => {
    expect(frame('id: x\ntitle: y\ntype: blgo\nurl: z\n', at(3, 7, 3, 11))).toEqual([
      '  2 │ title: y',
      '> 3 │ type: blgo',
      '    │       ^^^^',
      '  4 │ url: z',
    ])
  })

  it('aligns line numbers', () => {
    expect(frame(`${'\n'.repeat(8)}a\nb`, at(9, 1, 9, 2))).toEqual([
      '   8 │',
      '>  9 │ a',
      '     │ ^',
      '  10 │ b',
    ])
  })

  it('marks the lines of a longer range', () => {
    expect(frame('a\nb\nc\nd', at(2, 1, 3, 2))).toEqual(['  1 │ a', '> 2 │ b', '> 3 │ c', '  4 │ d'])
  })

  it('leaves out the middle of a long range', () => {
    const lines = frame('a\nb\nc\nd\ne\nf\ng\nh', at(2, 1, 7, 2))
    expect(lines).toEqual(['  1 │ a', '> 2 │ b', '> 3 │ c', '> 4 │ d', '> ⋮ │', '> 7 │ g', '  8 │ h'])
  })

  it('marks one line for a range that ends where the next starts', () => {
    expect(frame('ab\nc', at(1, 2, 2, 1))).toEqual(['> 1 │ ab', '    │  ^', '  2 │ c'])
  })

  it.each([
    ['a place without length', 'abc', at(1, 2, 1, 2), ' ^'],
    ['the end of a line', 'abc', at(1, 4, 1, 4), '   ^'],
    ['a place after the end of a line', 'abc', at(1, 40, 1, 50), '   ^'],
    ['wide characters', '日本語x', at(1, 2, 1, 4), '  ^^^^'],
    ['an emoji', 'a👩‍👩‍👧b', at(1, 2, 1, 10), ' ^^'],
    ['text after a tab', 'a\tbc', at(1, 3, 1, 5), '    ^^'],
    ['a tab', 'a\tbc', at(1, 2, 1, 3), ' ^^^'],
    ['a control', 'a\x1bb', at(1, 2, 1, 3), ' ^'],
    ['text after a byte-order mark', '\ufeffabc', at(1, 1, 1, 2), '^'],
  ])('marks %s', (_, source, range, marks) => {
    expect(frame(source, range)[1]).toBe(`    │ ${marks}`)
  })

  it('shows a place after the end of the source at its last line', () => {
    expect(frame('a\nb', at(9, 1, 9, 1))).toEqual(['  1 │ a', '> 2 │ b', '    │ ^'])
  })

  it('cuts a long line around the range', () => {
    const source = `${'a'.repeat(5000)}WRONG${'b'.repeat(5000)}`
    expect(frame(source, at(1, 5001, 1, 5006))).toEqual([
      '> 1 │ …aaaaaaaaaaWRONGbbbbbbbbbbbbbbbbb…',
      '    │            ^^^^^',
    ])
  })

  it('shows more of what is before the range at the end of a long line', () => {
    expect(frame(`${'a'.repeat(500)}WRONG`, at(1, 501, 1, 506))[0]).toBe(`> 1 │ …${'a'.repeat(28)}WRONG`)
  })

  it('shows controls, and drops the CR of a line end', () => {
    expect(frame('a\x1b[31m\r\nb', at(1, 1, 1, 2))).toEqual(['> 1 │ a␛[31m', '    │ ^', '  2 │ b'])
  })

  it('draws with ASCII where there is no more', () => {
    expect(codeFrame('a', at(1, 1, 1, 2), { ...terminal, unicode: false })).toBe('> 1 | a\n    | ^')
  })

  it('colours the marks as asked', () => {
    const painted = codeFrame('a', at(1, 1, 1, 2), { ...terminal, color: 1 }, 'warning')
    expect(painted).toContain('\x1b[1m\x1b[33m^')
    expect(stripVTControlCharacters(painted)).toBe('> 1 │ a\n    │ ^')
  })

  it('is never wider than the terminal, and never fails', () => {
    const source = fc.string({
      unit: fc.oneof(fc.constantFrom('a', '\n', '日', '\t', '👩‍👧', '\x1b'), fc.string({ unit: 'binary' })),
      maxLength: 200,
    })
    const place = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(source, place, place, place, place, (source, line, column, more, endColumn) => {
        const range = at(line, column, line + (more % 3), more % 3 === 0 ? column + endColumn : endColumn)
        for (const row of frame(source, range)) expect(textWidth(row)).toBeLessThanOrEqual(40)
      }),
    )
  })
})
