import type { Raw } from '../load/raw.ts'
import type { CardType } from '../model/card.ts'
import { edtfDate } from '../model/edtf-date.ts'
import type { FieldLog } from './import-log.ts'

/**
 * Makes a value of the form that a field has of one that a source gives, where that is certain. Else the log is
 * told, and the answer is undefined.
 */
export type Convert<T> = (value: Raw, log: FieldLog) => T | undefined

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const PAGE_ID = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const DOMAIN = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:\/\S*)?$/
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?))?$/

/** The types of a card, as the schema lists them. */
export const CARD_TYPES: readonly CardType[] = [
  ...(['web', 'blog', 'paper', 'report', 'book', 'government', 'reference', 'news', 'talk'] as const),
  ...(['podcast', 'video', 'interview', 'dataset', 'code', 'other'] as const),
]

/** Text as it is, without white space around it. */
export const text: Convert<string> = (value, log) => {
  if (typeof value === 'string') return trimmed(value, log)
  if (Array.isArray(value) && value.length === 0) log.empty()
  else log.drop(`It is a ${Array.isArray(value) ? 'list' : 'map'}, where text belongs.`)
  return undefined
}

/** Text on one line. */
export const line: Convert<string> = (value, log) => {
  const whole = text(value, log)
  return whole === undefined ? undefined : told(whole, whole.replace(/\s*\n\s*/g, ' '), log)
}

export const slug: Convert<string> = (value, log) => {
  const whole = line(value, log)
  return whole === undefined ? undefined : checked(whole, slugIn(whole), 'It is no slug.', log)
}

/** A list of slugs. */
export const slugs = listOf(slug)

/** A list of texts, such as key points. */
export const texts = listOf(text)

/** A list of names; they stay as they are written. */
export const names = listOf(line)

export const pageIds = listOf((value, log) => {
  const whole = line(value, log)
  return whole === undefined
    ? undefined
    : checked(whole, matching(PAGE_ID, whole), 'It is no id of a page.', log)
})

/** Hosts, with a path or not; `https://` before one is taken off. */
export const domains = listOf((value, log) => {
  const whole = line(value, log)
  if (whole === undefined) return undefined
  return checked(whole, matching(DOMAIN, whole.replace(/^https?:\/\//i, '')), 'It is no domain.', log)
})

export const date: Convert<string> = (value, log) => {
  const whole = line(value, log)
  if (whole === undefined) return undefined
  return checked(whole, matching(DATE, whole) ?? edtfDate(whole), 'It cannot be read as one date.', log)
}

/** A point in time as ISO 8601; `T` between date and time goes without saying, and no zone is invented. */
export const timestamp: Convert<string> = (value, log) => {
  const whole = line(value, log)
  if (whole === undefined) return undefined
  const [, day, time] = TIMESTAMP.exec(whole) ?? []
  if (day !== undefined && edtfDate(day)) return time === undefined ? day : `${day}T${time}`
  log.drop(`It is no date and time of ISO 8601: ${whole}`)
  return undefined
}

/** What the schema does not list becomes `other`. */
export const cardType: Convert<CardType> = (value, log) => {
  const whole = line(value, log)
  if (whole === undefined) return undefined
  const known = CARD_TYPES.find(type => type === whole.toLowerCase())
  return known === whole ? known : told(whole, known ?? 'other', log)
}

export const rating: Convert<number> = (value, log) => {
  const whole = line(value, log)
  if (whole === undefined || /^[1-5]$/.test(whole)) return whole === undefined ? undefined : Number(whole)
  log.drop(`It is no rating from 1 to 5: ${whole}`)
  return undefined
}

export const yesOrNo: Convert<boolean> = (value, log) => {
  const whole = line(value, log)?.toLowerCase()
  if (whole === undefined || whole === 'true' || whole === 'false') return whole && whole === 'true'
  log.drop(`It is neither true nor false: ${whole}`)
  return undefined
}

/** A text as a slug when only case, spaces and underscores stand in the way, else undefined. */
export function slugIn(whole: string): string | undefined {
  return matching(
    SLUG,
    whole
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  )
}

/** A list, of which each item is converted; a single text is a list of one. */
function listOf(convert: Convert<string>): Convert<string[]> {
  return (value, log) => {
    const items = typeof value === 'string' && value.trim() !== '' ? [value] : value
    if (!Array.isArray(items) || items.length === 0) {
      text(items, log)
      return undefined
    }
    const kept = items.map((item, i) => convert(item, itemLog(log, i)))
    const given = kept.filter(item => item !== undefined)
    return given.length === 0 ? undefined : given
  }
}

function itemLog(log: FieldLog, item: number): FieldLog {
  return {
    drop: why => log.drop(why, item),
    convert: (from, to) => log.convert(from, to, item),
    empty: () => log.empty(),
  }
}

function trimmed(whole: string, log: FieldLog): string | undefined {
  const inner = whole.trim()
  // To the failsafe schema null is a text as well.
  if (inner !== '' && inner !== 'null' && inner !== '~') return told(whole.replace(/\n+$/, ''), inner, log)
  log.empty()
  return undefined
}

/** What a text became; the log is told if that is something else. */
function told<T extends string>(from: string, to: T, log: FieldLog): T {
  if (from !== to) log.convert(from, to)
  return to
}

function checked(from: string, to: string | undefined, why: string, log: FieldLog): string | undefined {
  if (to === undefined) log.drop(`${why.replace(/\.$/, '')}: ${from}`)
  return to === undefined ? undefined : told(from, to, log)
}

function matching(pattern: RegExp, whole: string): string | undefined {
  return pattern.test(whole) ? whole : undefined
}
