import { parseDate } from '../../model/date.ts'

/** What of a date written in numbers is no month or day, and what to do about it. */
export interface DateFault {
  /** Goes on after the date. */
  readonly message: string
  readonly help: string
}

/** Why a date that has the digits of one is none; undefined for any other text. */
export function dateFault(text: string): DateFault | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim()) ?? []
  if (year === undefined || month === undefined) return undefined
  if (Number(month) < 1 || Number(month) > 12) {
    const swapped =
      day === undefined ? undefined : `${year}-${day.padStart(2, '0')}-${month.padStart(2, '0')}`
    return {
      message: `there is no month ${month}`,
      help:
        swapped !== undefined && parseDate(swapped)
          ? `The month comes before the day: perhaps \`${swapped}\`.`
          : `Correct the month, or write the year alone: \`${year}\`.`,
    }
  }
  const known = `${year}-${month.padStart(2, '0')}`
  if (day === undefined || parseDate(`${known}-${day.padStart(2, '0')}`)) return undefined
  return { message: `that month has no day ${day}`, help: `Correct the day, or leave it out: \`${known}\`.` }
}
