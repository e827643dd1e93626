import { parseDate } from '../model/date.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import type { CardsError } from '../model/errors.ts'
import { type Field, isRangeField, type NumberField, type RangeField, type TextField } from './field-kinds.ts'
import type { RawValue } from './lex-query.ts'
import type { Bound, Range, RangeQuery, Span, TextQuery, TextValue } from './query.ts'
import { quoted } from './query-error.ts'

/** Words a mistake for where the value came from: a query or a flag. */
export type Refuse = (message: string, hint?: string) => CardsError

/** What a number or a date covers, both included: of a number, itself twice. */
type Extent = { readonly first: number | string; readonly last: number | string }

/**
 * The part of a query that asks for any of some values of a field.
 * @param refuse makes the error for what is no value of the field
 */
export function parseValues(
  field: Field,
  values: readonly RawValue[],
  { start, end }: Span,
  refuse: (value: RawValue) => Refuse,
): TextQuery | RangeQuery {
  if (!isRangeField(field)) {
    return {
      kind: 'text',
      field,
      values: values.map(value => parseText(field, value, refuse(value))),
      start,
      end,
    }
  }
  return {
    kind: 'range',
    field,
    values: values.map(value => parseRange(field, value, refuse(value))),
    start,
    end,
  }
}

function parseText(field: TextField, value: RawValue, refuse: Refuse): TextValue {
  checkPresent(field, value, refuse)
  if (field.kind === 'choice') checkChoice(field.name, value.text, field.choices ?? [], refuse)
  return value
}

function checkPresent({ name, example }: Field, { text }: RawValue, refuse: Refuse): void {
  if (text.trim() === '')
    throw refuse(`${name}: needs a value`, `Such as ${example}; no:${name} finds the cards without.`)
}

function checkChoice(name: string, text: string, choices: readonly string[], refuse: Refuse): void {
  if (choices.some(choice => choice.toLowerCase() === text.toLowerCase())) return
  throw refuse(
    `${quoted(text)} is no ${name}`,
    didYouMean(text, choices, `There are: ${choices.join(', ')}.`),
  )
}

function parseRange(field: RangeField, value: RawValue, refuse: Refuse): Range {
  checkPresent(field, value, refuse)
  const { text, start, end } = value
  const [, sign, compared] = /^\s*(>=|<=|>|<|=)(.*)$/s.exec(text) ?? []
  const read = (part: string) => parseExtent(field, part.trim(), refuse)
  const range = (lower?: Bound, upper?: Bound): Range => ({
    ...(lower && { lower }),
    ...(upper && { upper }),
    start,
    end,
  })
  if (compared !== undefined) {
    const { first, last } = read(compared)
    if (sign === '>=') return range(from(first))
    if (sign === '<=') return range(undefined, from(last))
    if (sign === '>') return range({ value: last, isExclusive: true })
    if (sign === '<') return range(undefined, { value: first, isExclusive: true })
    return range(from(first), from(last))
  }
  const dots = text.indexOf('..')
  if (dots === -1) {
    const { first, last } = read(text)
    return range(from(first), from(last))
  }
  const [low, high] = [text.slice(0, dots).trim(), text.slice(dots + '..'.length).trim()]
  if (low === '' && high === '')
    throw refuse('a range needs a beginning or an end', `Such as ${field.example}.`)
  const [least, most] = [low === '' ? undefined : read(low).first, high === '' ? undefined : read(high).last]
  if (least !== undefined && most !== undefined && least > most) {
    throw refuse(`the range is empty: ${quoted(low)} comes after ${quoted(high)}`, `Write ${high}..${low}.`)
  }
  return range(least === undefined ? undefined : from(least), most === undefined ? undefined : from(most))
}

function from(value: number | string): Bound {
  return { value, isExclusive: false }
}

function parseExtent(field: RangeField, text: string, refuse: Refuse): Extent {
  if (field.kind === 'date') {
    const days = parseDate(text)
    if (!days)
      throw refuse(
        `${quoted(text)} is no date`,
        'Write 2026, 2026-02 or 2026-02-06, or a range such as 2025-06..2026.',
      )
    return days
  }
  const number =
    field.labels?.get(text.toLowerCase()) ?? (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined)
  if (number === undefined) throw refuse(`${quoted(text)} is no number`, numberHint(field))
  const { least = number, most = number } = field.limits ?? {}
  if (number < least || number > most)
    throw refuse(`${field.name} is from ${least} to ${most}`, numberHint(field))
  return { first: number, last: number }
}

function numberHint({ limits, labels, example }: NumberField): string {
  if (!limits || !labels) return `Such as ${example}.`
  return `Write ${limits.least} to ${limits.most} or ${[...labels.keys()].join(', ')}, or a range such as 3.. or good..`
}
