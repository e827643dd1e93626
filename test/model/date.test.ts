import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate, wordDate } from '../../src/model/date.ts'

describe('a date', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2026-02-06', '2026-02-06', '2026-02-06'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s covers %s to %s', (text, first, last) => {
    expect(parseDate(text)).toEqual({ first, last })
  })

  it.each([
    '2023-02-29',
    '2026-13',
    '2026-00',
    '2026-01-00',
    '2026-04-31',
    '26',
    '2026-2-6',
    '2026-02-06T10:00',
    '',
  ])('is not %j', text => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('covers itself, and its month and year cover it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        date => {
          const day = date.toISOString().slice(0, 10)
          expect(parseDate(day)).toEqual({ first: day, last: day })
          for (const length of [4, 7]) {
            const interval = parseDate(day.slice(0, length))
            expect(interval && interval.first <= day && day <= interval.last).toBe(true)
          }
        },
      ),
    )
  })

  it.each([
    ['2026-02-06', '6 February 2026'],
    ['2026-02', 'February 2026'],
    ['2026', '2026'],
    ['sometime', 'sometime'],
  ])('%s is written %s', (text, words) => {
    expect(wordDate(text)).toBe(words)
  })
})
