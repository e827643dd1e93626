import { expect, it } from 'vitest'
import { addDays } from '../../../../src/lint/rules/date/add-days.ts'

it.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-12-31', 1, '2026-01-01'],
  ['2026-06-15', 0, '2026-06-15'],
  ['2026-06-15', -15, '2026-05-31'],
  ['2026-06-15', 1e9, '9999-12-31'],
  ['2026-06-15', 1e300, '9999-12-31'],
])('%s and %d days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected)
})
