import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanCsv } from '../../../../src/import/formats/csv/scan-csv.ts'

describe('scanCsv', () => {
  it('reads back what was written with quotes, and tells the line on which each row begins', () => {
    const cell = fc
      .array(fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', ' ', "'", '😀'), { maxLength: 6 })
      .map(signs => signs.join(''))
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, sign, end) => {
          const heading = (rows[0] ?? ['a', 'b']).map((_, i) => `c${i}`)
          const texts = rows.map(cells => cells.map(each => `"${each.replaceAll('"', '""')}"`).join(sign))
          const read = scanCsv([heading.join(sign), ...texts].map(text => text + end).join(''))
          let line = 2
          const expected = rows.map((cells, i) => {
            const row = { line, cells }
            line += texts[i]?.split('\n').length ?? 1
            return row
          })
          expect(read).toEqual({ rows: [{ line: 1, cells: heading }, ...expected] })
        },
      ),
    )
  })

  it('says where a quote is never closed', () => {
    expect(scanCsv('a,b\n1,2\n"3,4\n').problem).toEqual({
      line: 3,
      why: 'From this row on it cannot be read: a quote is missing or too many.',
    })
  })
})
