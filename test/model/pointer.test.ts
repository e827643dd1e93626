import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pointer } from '../../src/model/place.ts'
import { pointerSteps, pointerText } from '../../src/model/pointer.ts'

it.each<[Pointer, string]>([
  [[], ''],
  [['title'], '/title'],
  [['authors', 0, 'given'], '/authors/0/given'],
  [[''], '/'],
  [['a/b', 'c~d'], '/a~1b/c~0d'],
  [['~1'], '/~01'],
])('the pointer %j is written %j', (pointer, text) => {
  expect(pointerText(pointer)).toBe(text)
})

describe('the steps of a pointer', () => {
  it.each<[string, unknown, Pointer]>([
    ['', { title: 'A' }, []],
    ['/', { '': 'A' }, ['']],
    ['/a~1b/c~0d', {}, ['a/b', 'c~d']],
    ['/~01', {}, ['~1']],
    ['/authors/0/given', { authors: [{ given: 'Satya' }] }, ['authors', 0, 'given']],
    ['/0/domains/1', [{ domains: ['a.com', 'b.com'] }], [0, 'domains', 1]],
    ['/extra/0', { extra: { '0': 'A' } }, ['extra', '0']],
    ['/authors/0', { authors: 'Satya' }, ['authors', '0']],
    ['/authors/0', undefined, ['authors', '0']],
    ['/authors/7', { authors: [] }, ['authors', 7]],
    ['/constructor/length', {}, ['constructor', 'length']],
  ])('%j in %j are %j', (text, root, steps) => {
    expect(pointerSteps(text, root)).toEqual(steps)
  })

  it('are those that it was written from', () => {
    const key = fc.stringMatching(/^[~/01a]{0,4}$/)
    fc.assert(
      fc.property(fc.array(fc.oneof(key, fc.nat(3))), pointer => {
        const root = pointer.reduceRight<unknown>((inner, step) => {
          if (typeof step === 'string') return Object.fromEntries([[step, inner]])
          return Array.from({ length: step + 1 }, () => inner)
        }, 'A')
        expect(pointerSteps(pointerText(pointer), root)).toEqual(pointer)
      }),
    )
  })
})
