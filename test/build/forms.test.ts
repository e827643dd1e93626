import { describe, expect, it } from 'vitest'
import { formsCode } from '../../src/build/forms.js'

/** The form that the generated code has of a schema. */
function formOf(schema: object): unknown {
  const exports: { forms?: { card: unknown } } = {}
  new Function('exports', formsCode([['card', schema]]))(exports)
  return exports.forms?.card
}

const ANY_TEXT = { isFilled: false, maximum: Infinity, minimum: -Infinity, type: 'string' }
const EMPTY_MAP = { keys: new Map(), required: [], anyOf: [], isFilled: false }

describe('formsCode', () => {
  it.each([
    [{ type: 'string' }, { text: ANY_TEXT }],
    [
      { type: 'string', minLength: 1, pattern: '^a/b$' },
      { text: { ...ANY_TEXT, isFilled: true, pattern: /^a\/b$/u } },
    ],
    [{ enum: ['a', 'b'] }, { text: { ...ANY_TEXT, words: new Set(['a', 'b']) } }],
    [
      { type: 'integer', minimum: 1, maximum: 5 },
      { text: { ...ANY_TEXT, type: 'integer', minimum: 1, maximum: 5 } },
    ],
    [
      { type: 'array', minItems: 1, items: { type: 'boolean' } },
      { list: { isFilled: true, items: { text: { ...ANY_TEXT, type: 'boolean' } } } },
    ],
    [{ type: ['string', 'array'] }, { text: ANY_TEXT, list: { isFilled: false } }],
    [
      {
        type: 'object',
        properties: { a: { $ref: '#/$defs/b' } },
        required: ['a'],
        $defs: { b: { type: 'string' } },
      },
      { map: { ...EMPTY_MAP, keys: new Map([['a', { text: ANY_TEXT }]]), required: ['a'] } },
    ],
    [
      { type: 'object', additionalProperties: { type: 'string' }, propertyNames: { pattern: '^a' } },
      { map: { ...EMPTY_MAP, others: { text: ANY_TEXT }, names: /^a/u } },
    ],
    [
      {
        type: 'object',
        anyOf: [{ required: ['a'] }, { type: 'string' }, { required: ['b'] }],
        minProperties: 1,
      },
      { map: { ...EMPTY_MAP, anyOf: ['a', 'b'], isFilled: true } },
    ],
  ])('says in a form what %j says', (schema, form) => {
    expect(formOf(schema)).toEqual(form)
  })

  it.each([
    { type: 'string', format: 'date' },
    { type: 'string', minLength: 2 },
    { type: 'array', minItems: 2 },
    { type: 'object', minProperties: 2 },
    { type: 'object', anyOf: [{ required: ['a', 'b'] }] },
    { type: 'object', anyOf: [{ properties: {} }] },
  ])('fails for %j, which forms cannot say', schema => {
    expect(() => formOf(schema)).toThrow('src/build/forms.js')
  })
})
