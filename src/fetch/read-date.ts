import { dateFromText } from '../csl/date-from-csl.ts'
import { lineOf } from './page-text.ts'

/** What programs write for a date that they do not have: zero, in Unix and in .NET. */
const NO_DATE = /^(?:1970-01-01[T ]00:00:00|0001-01-01|0000)/

/**
 * The date that a text means, as EDTF level 0, in the time zone in which it is written: `2017/06/12`,
 * `2026-02-06T10:00:00Z`, `Fri, 06 Feb 2026 10:00:00 GMT`, `20260206`. Of what could mean two days only the year is
 * kept; undefined when not even that is certain.
 */
export function readDate(value: string): string | undefined {
  const text = lineOf(value.slice(0, 100))
  if (NO_DATE.test(text)) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)?.slice(1).join('-')
  const plain = (compact ?? text)
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, '')
    .replace(/(?<=\d{4}),? (?:at )?\d{1,2}:\d{2}.*$/, '')
  const { date } = dateFromText(plain)
  return date !== undefined && date >= '1000' ? date : undefined
}
