/** The days that a date may mean, both included, as `YYYY-MM-DD`: texts that compare like the days. */
export interface Interval {
  readonly first: string
  readonly last: string
}

const EDTF = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Reads a date of EDTF level 0 (ISO 8601-2:2019): a year, a month or a day.
 * @returns the days it covers, or undefined for what is no date of the calendar, such as `2023-02-29`
 */
export function parseDate(text: string): Interval | undefined {
  const [, year, month, day] = EDTF.exec(text) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const length = daysIn(Number(year), Number(month))
  if (length === undefined) return undefined
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` }
  return Number(day) >= 1 && Number(day) <= length ? { first: text, last: text } : undefined
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 'YYYY-MM-DD'.length && parseDate(text) !== undefined
}

function daysIn(year: number, month: number): number | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A date as people write it in English, at its own precision: `6 February 2026`, `February 2026`, `2026`. */
export function wordDate(text: string): string {
  const [, year, month, day] = EDTF.exec(text) ?? []
  const name = MONTHS[Number(month) - 1]
  if (year === undefined || name === undefined) return text
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}
