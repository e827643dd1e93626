import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, type Column, fitTable } from '../../src/render/table.ts'
import { textWidth } from '../../src/render/text-width.ts'
import type { Terminal } from '../../src/render/theme.ts'

const terminal = (columns: number): Terminal => ({ columns, color: 0, hyperlinks: false, unicode: true })

const columns: Column[] = [
  { heading: 'id', min: 4, priority: 9 },
  { heading: 'title', min: 8, priority: 8, grow: true },
  { heading: 'stars', min: 5, priority: 5, align: 'right' },
  { heading: 'authors', min: 6, max: 12, priority: 3 },
]
const rows: Cell[][] = [
  ['ab12', 'The first of the titles here', '5', 'Satya Benson and others'],
  ['cd34', '日本語の題', '10', ''],
]

describe('fitTable', () => {
  it('makes columns as wide as their content', () => {
    expect(fitTable(columns, rows, terminal(80))).toEqual([
      'id    title                         stars  authors',
      'ab12  The first of the titles here      5  Satya Benso…',
      'cd34  日本語の題                       10',
    ])
  })

  it('cuts the growing column first', () => {
    expect(fitTable(columns, rows, terminal(40))).toEqual([
      'id    title          stars  authors',
      'ab12  The first of…      5  Satya Benso…',
      'cd34  日本語の題        10',
    ])
  })

  it('then shrinks other columns, and leaves out those of the lowest priority', () => {
    expect(fitTable(columns, rows, terminal(31))).toEqual([
      'id    title     stars  authors',
      'ab12  The fir…      5  Satya B…',
      'cd34  日本語…      10',
    ])
    expect(fitTable(columns, rows, terminal(20))).toEqual([
      'id    title',
      'ab12  The first of…',
      'cd34  日本語の題',
    ])
    expect(fitTable(columns, rows, terminal(3))).toEqual(['id', 'ab…', 'cd…'])
  })

  it('has no heading when all are empty', () => {
    expect(fitTable([{ heading: '', min: 1, priority: 1 }], [['a'], ['b']], terminal(80))).toEqual(['a', 'b'])
  })

  it('is only a heading without rows', () => {
    expect(fitTable(columns, [], terminal(80))).toEqual(['id  title  stars  authors'])
  })

  it('colours and links cells, but not the spaces between', () => {
    const cells: Cell[] = [
      { text: 'a', link: 'https://a.b' },
      { text: 'b', styles: ['error'] },
    ]
    const styled: Column[] = [
      { heading: 'one', min: 3, priority: 2, styles: ['id'] },
      { heading: 'two', min: 3, priority: 1 },
    ]
    const [heading, row] = fitTable(styled, [cells], { ...terminal(80), color: 1, hyperlinks: true })
    expect(heading).toBe('\x1b[2mone\x1b[22m  \x1b[2mtwo\x1b[22m')
    expect(row).toMatch(
      /^\x1b\]8;id=\w+;https:\/\/a\.b\x1b\\\x1b\[33ma\x1b\[39m\x1b\]8;;\x1b\\ {4}\x1b\[1m\x1b\[31mb/,
    )
  })

  it('makes cells neutral and one line', () => {
    expect(fitTable([{ heading: '', min: 1, priority: 1 }], [['a\x1b[2J\nb']], terminal(80))).toEqual([
      'a␛[2J b',
    ])
  })

  it('is never wider than the terminal, and no line ends with a space', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'bc', ' ', '日', '👩‍👧', '\n', '\x1b'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell, cell)),
        fc.integer({ min: 1, max: 60 }),
        (rows, width) => {
          for (const line of fitTable(columns, rows, terminal(width))) {
            expect(textWidth(line)).toBeLessThanOrEqual(width)
            expect(line).not.toMatch(/ $/)
          }
        },
      ),
    )
  })
})
