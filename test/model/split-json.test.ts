import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitJson } from '../../src/model/split-json.ts'

it.each<[string, unknown[] | undefined]>([
  ['[1, 2]', [[1, 2]]],
  ['{"a": "}"}\n{"b": "\\"{"}', [{ a: '}' }, { b: '"{' }]],
  ['[][]', [[], []]],
  ['{} ]', undefined],
  [']{}[', undefined],
  ['{} x', undefined],
  ['{} {', undefined],
  ['{} {x}', undefined],
  ['', []],
])('takes %j apart', (text, values) => {
  expect(splitJson(text)).toEqual(values)
})

it('gives back all lists and objects, whatever is between them', () => {
  const value = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()))
  const gap = fc.constantFrom('', ' ', '\n', '\r\n')
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), gap, (values, between) => {
      const texts = values.map(each => JSON.stringify(each))
      expect(splitJson(texts.join(between))).toEqual(texts.map(text => JSON.parse(text)))
    }),
  )
})

it('never fails on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[]{}",: \\a1') }), text => {
      const values = splitJson(text)
      expect(values === undefined || Array.isArray(values)).toBe(true)
    }),
  )
})
