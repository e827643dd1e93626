import { parseDate } from '../model/date.ts'
import type { CardTest } from './card-text.ts'
import type { RangeField } from './field-kinds.ts'
import type { Range } from './query.ts'

/**
 * The test for a range. A date of a card is the days that it covers, and matches when any of them is in the range:
 * `published: 2025` may be June 2025.
 */
export function matchRange(field: RangeField, range: Range): CardTest {
  if (field.kind === 'number') {
    return ({ card, context }) =>
      field.valuesOf(card, context).some(number => overlaps(range, number, number))
  }
  return ({ card, context }) =>
    field.valuesOf(card, context).some(date => {
      const days = parseDate(date)
      return days !== undefined && overlaps(range, days.first, days.last)
    })
}

/** Days as `YYYY-MM-DD` compare like numbers do. */
function overlaps<T extends number | string>({ lower, upper }: Range, first: T, last: T): boolean {
  if (lower && !(last > lower.value || (last === lower.value && !lower.isExclusive))) return false
  return !upper || first < upper.value || (first === upper.value && !upper.isExclusive)
}
