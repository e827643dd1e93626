import { describe, expect, it } from 'vitest'
import type { ValueType } from '../../src/load/forms.generated.cjs'
import type { Raw } from '../../src/load/raw.ts'
import { isEmpty, isMap, typedValue } from '../../src/load/typed-value.ts'

describe('typedValue', () => {
  it.each<[ValueType, string, string | number | boolean]>([
    ['string', '3', '3'],
    ['integer', '3', 3],
    ['integer', '-3', -3],
    ['integer', '+3', 3],
    ['integer', '3.0', '3.0'],
    ['integer', '1e3', '1e3'],
    ['integer', '0x10', '0x10'],
    ['integer', '1234567890123456', '1234567890123456'],
    ['number', '3.5', 3.5],
    ['number', '.5', 0.5],
    ['number', '3.', 3],
    ['number', '1e3', 1000],
    ['number', '.inf', '.inf'],
    ['boolean', 'true', true],
    ['boolean', 'False', false],
    ['boolean', 'yes', 'yes'],
  ])('reads a %s from %s', (type, text, value) => {
    expect(typedValue(text, type)).toBe(value)
  })

  const type: ValueType = {
    keys: { a: 'string', n: 'integer', list: { items: 'integer' }, map: { keys: { b: 'string' } } },
    required: ['a'],
  }

  it.each<[string, Raw, Raw]>([
    ['drops a key without a value that it knows', { a: 'x', n: '' }, { a: 'x' }],
    ['drops an empty list and mapping that it knows', { a: 'x', list: [], map: {} }, { a: 'x' }],
    ['drops a mapping of nothing but such keys', { a: 'x', map: { b: '' } }, { a: 'x' }],
    ['keeps a required key without a value', { a: '' }, { a: '' }],
    [
      'keeps an unknown key without a value',
      { a: 'x', c: '', d: [], e: {} },
      { a: 'x', c: '', d: [], e: {} },
    ],
    ['keeps an unknown key of a known mapping', { a: 'x', map: { c: '' } }, { a: 'x', map: { c: '' } }],
    ['keeps an empty item of a list', { a: 'x', list: [''] }, { a: 'x', list: [''] }],
    ['knows no key that only every object has', { a: 'x', constructor: '' }, { a: 'x', constructor: '' }],
  ])('%s', (_name, raw, value) => {
    expect(typedValue(raw, type)).toStrictEqual(value)
  })

  it('types what stands in lists and mappings', () => {
    expect(typedValue({ list: ['1', 'x'], n: '2', z: '3' }, type)).toEqual({ list: [1, 'x'], n: 2, z: '3' })
  })

  it('types a scalar under a key that the user chose, and keeps it without a value', () => {
    expect(typedValue({ x: '1', y: '' }, { keys: {}, others: 'integer' })).toEqual({ x: 1, y: '' })
  })

  it('leaves the raw value as it is, and shares what it does not change', () => {
    const raw: Raw = { a: 'x', n: '1', list: ['1', 'x'], map: { b: '' }, c: { d: ['e'] } }
    const before = structuredClone(raw)
    const typed = typedValue(raw, type)
    expect(typed).toEqual({ a: 'x', n: 1, list: [1, 'x'], c: { d: ['e'] } })
    expect(raw).toEqual(before)
    expect(isMap(typed) && typed.c).toBe(raw.c)
    expect(typedValue(before, undefined)).toBe(before)
  })

  it('leaves all text where it knows no types', () => {
    expect(typedValue({ a: ['1', ''], b: '' }, undefined)).toEqual({ a: ['1', ''], b: '' })
  })
})

describe('a value', () => {
  it('is a mapping when it has keys of its own', () => {
    expect([{}, [], 'x', 1, undefined].map(isMap)).toEqual([true, false, false, false, false])
  })

  it('is empty when it says nothing', () => {
    expect(['', [], {}].every(isEmpty)).toBe(true)
    expect([' ', [''], { a: '' }, 0, false].some(isEmpty)).toBe(false)
  })
})
