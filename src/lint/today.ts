import { addDays } from './rules/date/add-days.ts'

/** On which days something that was found out is still so, from one `YYYY-MM-DD` to another; undefined for any. */
export interface Days {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Whether something that holds on some days does so on one. */
export function isWithin({ from, until }: Days, day: string): boolean {
  return day >= (from ?? '') && day <= (until ?? day)
}

/** On which days both of two things hold. */
export function daysOfBoth(a: Days, b: Days): Days {
  const from = (a.from ?? '') > (b.from ?? '') ? a.from : b.from
  const until = (a.until ?? LAST_DAY) < (b.until ?? LAST_DAY) ? a.until : b.until
  return { from, until }
}

const LAST_DAY = '9999-12-31'

/** The day on which a library is looked at. Notes what is asked about it, and so for how long the answers hold. */
export class Today {
  private readonly day: string
  /** By how many days ahead. */
  private readonly latest = new Map<number, string>()
  private from = ''
  private isOnly = false

  /** @param day `YYYY-MM-DD` */
  constructor(day: string) {
    this.day = day
  }

  /** The day, to be printed. */
  get text(): string {
    this.isOnly = true
    return this.day
  }

  /**
   * Whether a date is still to come.
   * @param date `YYYY-MM-DD`
   * @param grace how many days it may be ahead without counting as that
   */
  isBefore(date: string, grace: number): boolean {
    let latest = this.latest.get(grace)
    if (latest === undefined) {
      latest = addDays(this.day, grace)
      this.latest.set(grace, latest)
    }
    if (date > latest) this.isOnly = true
    else if (date > this.from) this.from = date
    return date > latest
  }

  /** For how long all answers hold that were given since this was called last; undefined for always. */
  takeDays(): Days | undefined {
    const { day, from, isOnly } = this
    this.from = ''
    this.isOnly = false
    if (isOnly) return { from: day, until: day }
    if (from === '') return undefined
    // A date that is ahead by no more than its grace is so from today on at least.
    const isAhead = from > day
    return { from: isAhead ? day : from }
  }
}
