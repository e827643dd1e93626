import { dateFromText } from '../notation/csl/date-from-csl.ts'
import { lineOf } from './page-text.ts'

/** What programs write for a date that they do not have: zero, in Unix (in any time zone) and in .NET. */
const NO_DATE = /^(?:(?:1970-01-01|1969-12-31)[T ]\d|0001-01-01|0000)/

/**
 * The date that a text means, as EDTF level 0, in the time zone in which it is written: `2017/06/12`,
 * `2026-02-06T10:00:00Z`, `Fri, 06 Feb 2026 10:00:00 GMT`, `20260206`. Of what could mean two days only the year is
 * kept; undefined when not even that is certain.
 */
export function readDate(value: string): string | undefined {
  const text = lineOf(value.slice(0, 100))
  // What is before our era is no date of a page.
  if (NO_DATE.test(text) || /^[-−]/.test(text)) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)?.slice(1).join('-')
  const plain = (compact ?? text)
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, '')
    .replace(/(?<=\d{4}),? (?:at )?\d{1,2}:\d{2}.*$/, '')
  const { date } = dateFromText(reordered(plain))
  return date !== undefined && date >= '1000' ? date : undefined
}

/** `2019 Jun 15` and `13/2/2020`, of which each can mean only one day, as they are read. */
function reordered(text: string): string {
  const [, first, month, last] = /^(\d{4})[ ,-]+(\p{L}{3,12})\.?[ ,-]+(\d{1,2})$/u.exec(text) ?? []
  if (first !== undefined) return `${last} ${month} ${first}`
  const [, a = '', b = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (year === undefined) return text
  const [one, other] = [Number(a), Number(b)]
  if (one > 12 === other > 12) return one === other && one <= 12 ? iso(year, a, b) : text
  return one > 12 ? iso(year, b, a) : iso(year, a, b)
}

function iso(year: string, month: string, day: string): string {
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}
