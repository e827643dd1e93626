/** A day, `YYYY-MM-DD`, some days later by the calendar; the last of the year 9999 for all that come after it. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.getUTCFullYear() < 10_000 ? date.toISOString().slice(0, 10) : LAST
}

const LAST = '9999-12-31'
