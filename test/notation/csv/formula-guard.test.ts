import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guarded, unguarded } from '../../../src/notation/csv/formula-guard.ts'

const text = fc
  .array(fc.constantFrom(...`=+-@＝＋－＠';,\t\n\r "x1.`, '::', '\n- ', '; =', ";'@", '-5'), { maxLength: 8 })
  .map(signs => signs.join(''))

describe('a guarded cell', () => {
  it.each([
    ['=SUM(A1:A9)', "'=SUM(A1:A9)"],
    ['+1', "'+1"],
    ['-x', "'-x"],
    ['- a dash', "'- a dash"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1', "'＝1"],
    ['\t=1', "\t'=1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    // In a spreadsheet that parts by semicolons this would be a cell of its own.
    ['x;=cmd()', "x;'=cmd()"],
    ['a; @b', "a; '@b"],
    ['one\n=two', "one\n'=two"],
  ])('%j is %j', (value, cell) => {
    expect(guarded(value)).toBe(cell)
  })

  it.each([
    '',
    '-5',
    '-0.5',
    "it's",
    "'quoted'",
    "'",
    'a=b',
    '1+1',
    'one\n- two\n- three',
    'x; - y',
    'a, =b',
  ])('is %j itself', value => {
    expect(guarded(value)).toBe(value)
  })

  it('is unguarded to the text that it was, whatever that is', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), value => {
        expect(unguarded(guarded(value))).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  it('starts no formula, however a spreadsheet parts it', () => {
    fc.assert(
      fc.property(text, value => {
        for (const cell of guarded(value).split(/[;\t\r\n]/)) {
          expect(cell.replace(/^ +/, '')).not.toMatch(/^[=@＝＠]|^[+＋－-](?=[^\s\d])/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('takes time in proportion to its length', () => {
    for (const part of ["'", '=', '\n', ';', ' ', "';", '\t', "\n'", '-'])
      expect(unguarded(guarded(part.repeat(200_000)))).toBe(part.repeat(200_000))
  })
})
