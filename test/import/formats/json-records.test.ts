import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonRecords } from '../../../src/import/formats/json-records.ts'

describe('jsonRecords', () => {
  it('gives the values and the lines of their keys, however the JSON is laid out', () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const record = fc.dictionary(fc.string({ maxLength: 5 }), value, { maxKeys: 4 })
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 5 }),
        fc.nat(3),
        fc.constantFrom('list', 'items'),
        (items, indent, shape) => {
          const whole = shape === 'list' ? items : { before: [{ items: [1] }], items, after: {} }
          const text = JSON.stringify(whole, null, indent)
          const records = jsonRecords(text)
          if (!Array.isArray(records)) throw new Error(records.why)
          expect(records.map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(items)))
          const lines = text.split('\n')
          for (const { value, line, lineOf } of records) {
            expect(lines[line - 1]).toContain('{')
            for (const key of Object.keys(value as object))
              expect(lines[lineOf(key) - 1]).toContain(`${JSON.stringify(key)}:`)
          }
        },
      ),
    )
  })

  it('tells the line from which a text is no JSON', () => {
    expect(jsonRecords('[\n{"a": 1},\n{"a" 1 x}\n]')).toEqual({
      line: 3,
      why: 'It is no JSON: from this line on it cannot be read.',
    })
  })
})
