import { CardsError } from '../model/errors.ts'
import { findField } from './find-field.ts'
import { parseValues, type Refuse } from './parse-value.ts'
import type { Query } from './query.ts'

/** The flags that say what a query could say too. A flag given twice asks for any of its values. */
export interface FilterFlags {
  readonly type?: readonly string[]
  readonly tag?: readonly string[]
  readonly author?: readonly string[]
  readonly venue?: readonly string[]
  readonly citedBy?: readonly string[]
  /** A rating or a range: `4`, `high`, `3..`. */
  readonly credibility?: string
  /** The first and the last date of publication. */
  readonly from?: string
  readonly to?: string
}

/**
 * The terms that flags stand for, all of which a card must match: `allOf([query, ...termsFrom(flags)])`.
 * @throws CardsError (`usage`) that names the flag
 */
export function termsFrom(flags: FilterFlags): Query[] {
  return [
    ...anyOf('--type', 'type', slugs(flags.type)),
    ...anyOf('--tag', 'tag', slugs(flags.tag)),
    // A comma belongs to a name: `de Leo, Maria`.
    ...anyOf('--author', 'author', flags.author ?? []),
    ...anyOf('--venue', 'venue', slugs(flags.venue)),
    ...anyOf('--cited-by', 'cited-by', slugs(flags.citedBy)),
    ...anyOf('--credibility', 'credibility', flags.credibility === undefined ? [] : [flags.credibility]),
    ...published(flags),
  ]
}

function published({ from, to }: FilterFlags): Query[] {
  const terms = [
    ...anyOf('--from', 'published', from === undefined ? [] : [from], date => `${date}..`),
    ...anyOf('--to', 'published', to === undefined ? [] : [to], date => `..${date}`),
  ]
  const [first, last] = terms.flatMap(term => (term.kind === 'range' ? term.values : []))
  if (first?.lower && last?.upper && first.lower.value > last.upper.value) {
    throw new CardsError('usage', `--from ${from} comes after --to ${to}`, 'Exchange them.')
  }
  return terms
}

/** @param written what to write in a query for what was given to the flag */
function anyOf(
  flag: string,
  name: string,
  given: readonly string[],
  written = (text: string) => text,
): Query[] {
  const field = findField(name, {})
  if (!field || given.length === 0) return []
  if (given.some(text => text.trim() === '')) {
    throw new CardsError('usage', `${flag} needs a value`, `Such as ${field.example.slice(name.length + 1)}.`)
  }
  const values = given.map(text => ({ text: written(text), isQuoted: true, start: 0, end: 0 }))
  const refuse: Refuse = (message, hint) => new CardsError('usage', `${flag}: ${message}`, hint)
  return [parseValues(field, values, { start: 0, end: 0 }, () => refuse)]
}

function slugs(given: readonly string[] = []): string[] {
  return given.flatMap(text => text.split(','))
}
