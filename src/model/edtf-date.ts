import { parseDate } from './date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august'],
  ...['september', 'october', 'november', 'december', 'sept', ...MONTHS],
]

/**
 * A date in a form that means only one thing, as EDTF level 0: `2026-2-6`, `2026/02/06`, `2026-02-06T10:00:00Z`
 * (the day as written), `6th Feb 2026`, `February 6, 2026`, `Feb 2026`.
 * @returns undefined for what could mean two days, as `06/02/2026`, and for what is no date
 */
export function edtfDate(text: string): string | undefined {
  const trimmed = text.trim()
  const numbers = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(trimmed)
  if (numbers) return validDate(numbers[1], numbers[3], numbers[4])
  const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]+)\.?,? (\d{4})$/.exec(trimmed)
  if (dayFirst) return validDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])
  const monthFirst = /^([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(trimmed)
  if (monthFirst) return validDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
  return parseDate(trimmed) && trimmed
}

function monthNumber(name = ''): string | undefined {
  const folded = name.toLowerCase()
  return NAMES.includes(folded) ? String(MONTHS.indexOf(folded.slice(0, 3)) + 1) : undefined
}

function validDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (year === undefined || month === undefined) return undefined
  const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])]
  const date = parts.join('-')
  return parseDate(date) && date
}
