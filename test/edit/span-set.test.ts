import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SpanSet } from '../../src/edit/span-set.ts'

it('takes all of some spans, or none when one touches what is there', () => {
  const set = new SpanSet()
  expect(set.addAll([[10, 20]])).toBe(true)
  expect(
    set.addAll([
      [0, 5],
      [20, 21],
    ]),
  ).toBe(false)
  expect(
    set.addAll([
      [0, 5],
      [21, 21],
    ]),
  ).toBe(true)
  expect(set.addAll([[5, 5]])).toBe(false)
})

it('refuses exactly the spans that touch one that it took', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(6)).map(([start, length]) => [start, start + length] as const)
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), spans => {
      const set = new SpanSet()
      const taken: (readonly [number, number])[] = []
      for (const [start, end] of spans) {
        const isFree = taken.every(other => end < other[0] || other[1] < start)
        expect(set.addAll([[start, end]])).toBe(isFree)
        if (isFree) taken.push([start, end])
      }
    }),
  )
})
