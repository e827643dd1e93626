import { describe, expect, it } from 'vitest'
import { edtfDate } from '../../src/model/edtf-date.ts'

describe('edtfDate', () => {
  it.each([
    ['2026', '2026'],
    ['2026-02', '2026-02'],
    ['2026-02-06', '2026-02-06'],
    ['2026-2-6', '2026-02-06'],
    ['2026/02/06', '2026-02-06'],
    ['2026.02', '2026-02'],
    ['2026-02-06T23:30:00-08:00', '2026-02-06'],
    ['2026-02-06 23:30:00', '2026-02-06'],
    ['6th Feb 2026', '2026-02-06'],
    ['1st September 2025', '2025-09-01'],
    ['3 Sept 2025', '2025-09-03'],
    ['February 6, 2026', '2026-02-06'],
    ['Feb. 6 2026', '2026-02-06'],
    ['May 2026', '2026-05'],
    ['February, 2026', '2026-02'],
  ])('reads %s as %s', (text, date) => {
    expect(edtfDate(text)).toBe(date)
  })

  it.each([
    ['06/02/2026', 'two days'],
    ['2026-02-30', 'no day of the calendar'],
    ['2026-13', 'no month'],
    ['31st Feb 2026', 'no day of the calendar'],
    ['6 Febtober 2026', 'no month'],
    ['spring 2026', 'no month'],
    ['2026/02-06', 'no form at all'],
    ['yesterday', 'no form at all'],
    ['', 'no form at all'],
  ])('does not read "%s", which is %s', text => {
    expect(edtfDate(text)).toBeUndefined()
  })
})
