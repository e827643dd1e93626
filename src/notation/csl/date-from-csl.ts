import { parseDate } from '../../model/date.ts'
import { edtfDate } from '../../model/edtf-date.ts'

/** A date as EDTF level 0, if any, and what it does not tell of the one that it was made of. */
export interface DateFromCsl {
  readonly date?: string
  /** Sentences. */
  readonly lost: readonly string[]
}

/** The date that a date of CSL-JSON means: its `date-parts` (the first of a range), else its text. */
export function dateFromCsl(value: unknown): DateFromCsl {
  if (typeof value === 'string' || typeof value === 'number') return dateFromText(String(value))
  if (typeof value !== 'object' || value === null) return { lost: ['It is no date.'] }
  const { 'date-parts': parts, raw, literal, season, circa } = value as { [key: string]: unknown }
  const lists = Array.isArray(parts) ? parts.filter(Array.isArray) : []
  const first = fromParts(lists[0] ?? [])
  const text = [raw, literal].find(each => typeof each === 'string')
  const read: DateFromCsl =
    first === undefined && typeof text === 'string' ? dateFromText(text) : { ...(first ?? { lost: [] }) }
  if (read.date === undefined) return { lost: read.lost.length > 0 ? read.lost : ['It is no date.'] }
  const isRange = first !== undefined && lists.length > 1 && fromParts(lists[1] ?? [])?.date !== undefined
  return {
    date: read.date,
    lost: [
      ...read.lost,
      ...(isRange ? [`Of a range only its first date is kept, without ${shown(lists[1])}.`] : []),
      ...(circa && circa !== 'false' && circa !== '0' ? ['The date is kept as if it were certain.'] : []),
      ...(season === undefined ? [] : [`The season is not kept: ${plain(season)}.`]),
    ],
  }
}

/**
 * The date that a text means, as people and reference managers write it: `2019-03`, `5 March 2019`, `c. 2010`,
 * `2019-03/2019-05`, `2019~`.
 */
export function dateFromText(text: string): DateFromCsl {
  const whole = text.replace(/\s+/g, ' ').trim()
  const [, start = '', end] = /^([^/]*)\/((?:\d{4}|\.\.|open|$).*)$/.exec(whole) ?? []
  if (end !== undefined && !/^\d{4}$/.test(end) === /-/.test(start)) {
    const { date, lost } = dateFromText(start)
    const range = `Of a range only its first date is kept, without ${end === '' ? 'its open end' : end}.`
    return date === undefined ? { lost } : { date, lost: [...lost, range] }
  }
  const certain = whole.replace(/^(?:c\.?|ca\.?|circa|approx\.?)\s*(?=\d)/i, '').replace(/[?~%]$/, '')
  const exact = edtfDate(certain) ?? edtfDate(dayFirst(certain))
  const read = exact === undefined ? padded(certain) : { date: exact, lost: [] }
  if (read?.date !== undefined)
    return certain === whole
      ? read
      : { ...read, lost: [...read.lost, 'The date is kept as if it were certain.'] }
  const year = /(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)/.exec(whole)
  const isOnly = year !== null && !/(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)/.test(whole.slice(year.index + 4))
  return isOnly
    ? { date: year[0], lost: [`Only the year is kept of: ${whole}`] }
    : { lost: [whole === '' ? 'It is no date.' : `It cannot be read as one date: ${whole}`] }
}

/** `2010 Jun 15` as `15 Jun 2010`, `20190501` as `2019-05-01`; any other text as it is. */
function dayFirst(text: string): string {
  return text
    .replace(/^(\d{4}) (\p{L}{3,12})\.? (\d{1,2})$/u, '$3 $2 $1')
    .replace(/^(1[4-9]\d\d|20\d\d)(\d\d)(\d\d)$/, '$1-$2-$3')
}

/** `2019/03//` and the like: parts after the year may be missing, and words may come behind them. */
function padded(text: string): DateFromCsl | undefined {
  const [, year, month = '', day = '', words = ''] =
    /^(\d{4})\/(\d{1,2})?(?:\/(\d{1,2})?)?(?:\/(.*))?$/.exec(text) ?? []
  if (year === undefined) return undefined
  const date = fromParts([year, month, month === '' ? '' : day])?.date
  if (date === undefined) return undefined
  const told = 1 + (Number(month) > 0 ? 1 : 0) + (Number(day) > 0 ? 1 : 0)
  const isWhole = date.split('-').length === told && words.trim() === ''
  return { date, lost: isWhole ? [] : [`Only ${date} is kept of: ${text}`] }
}

/** Year, month and day, as far as they are given; what is after a part that is missing or wrong is not kept. */
function fromParts(parts: readonly unknown[]): DateFromCsl | undefined {
  const [year, month, day] = parts.map(part => (/^\d{1,4}$/.test(plain(part)) ? Number(part) : undefined))
  if (year === undefined || year === 0) return undefined
  const texts = [String(year).padStart(4, '0')]
  if (month !== undefined && month > 0) texts.push(String(month).padStart(2, '0'))
  if (texts.length === 2 && day !== undefined && day > 0) texts.push(String(day).padStart(2, '0'))
  while (parseDate(texts.join('-')) === undefined) texts.pop()
  const date = texts.join('-')
  const given = parts.filter(part => !/^0*$/.test(plain(part)))
  return { date, lost: given.length > texts.length ? [`Only ${date} is kept of: ${shown(parts)}`] : [] }
}

function shown(parts: unknown): string {
  return Array.isArray(parts) ? parts.slice(0, 9).map(plain).join('-').slice(0, 40) : ''
}

/** Other data than numbers and texts may not even have a text. */
function plain(part: unknown): string {
  return typeof part === 'string' || typeof part === 'number' ? String(part) : ''
}
