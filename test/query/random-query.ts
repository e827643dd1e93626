import fc from 'fast-check'
import { isRangeField } from '../../src/query/field-kinds.ts'
import { FIELDS } from '../../src/query/fields.ts'
import { findPresence } from '../../src/query/presence.ts'
import type { Bound, Query, Range, Text, TextQuery } from '../../src/query/query.ts'

const AT = { start: 0, end: 0 }
const WORDS = [
  'gradient',
  'rl',
  'or',
  'Sandkühler',
  '日本',
  'state-of-the-art',
  'x',
  'f(x)',
  'C++',
  '-',
  '&',
  'e.g.',
]

const quoted: fc.Arbitrary<Text> = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter(text => text.trim() !== '')
  .map(text => ({ text, isQuoted: true }))
const text: fc.Arbitrary<Text> = fc.oneof(
  fc.constantFrom(...WORDS).map(word => ({ text: word, isQuoted: false })),
  quoted,
)
const word = text.map((value): Query => ({ kind: 'word', ...value, ...AT }))

const textFields = FIELDS.filter(field => !isRangeField(field)).filter(
  ({ kind }) => kind !== 'choice' && kind !== 'url',
)
const textTerm = fc.tuple(fc.constantFrom(...textFields), fc.array(text, { minLength: 1, maxLength: 3 })).map(
  ([field, values]): TextQuery => ({
    kind: 'text',
    field,
    values: values.map(value => ({ ...value, ...AT })),
    ...AT,
  }),
)

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** Ranges of numbers or of days. */
export const numberRange = rangeOf(fc.integer({ min: -50, max: 50 }))
export const dateRange = rangeOf(day)

function rangeOf<T extends number | string>(value: fc.Arbitrary<T>): fc.Arbitrary<Range> {
  const bound = (at: T, isExclusive = false): Bound => ({ value: at, isExclusive })
  return fc.oneof(
    value.map(at => ({ lower: bound(at), ...AT })),
    value.map(at => ({ upper: bound(at), ...AT })),
    value.map(at => ({ lower: bound(at, true), ...AT })),
    value.map(at => ({ upper: bound(at, true), ...AT })),
    fc
      .tuple(value, value)
      .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)))
      .map(([least, most]) => ({ lower: bound(least), upper: bound(most), ...AT })),
  )
}

const rangeTerm = fc
  .constantFrom(...FIELDS.filter(isRangeField).filter(({ name }) => name !== 'credibility'))
  .chain(field =>
    fc
      .array(field.kind === 'number' ? numberRange : dateRange, { minLength: 1, maxLength: 2 })
      .map((values): Query => ({ kind: 'range', field, values, ...AT })),
  )
const has = fc.constantFrom('summary', 'venue', 'rating', 'key-points', 'tag').map((name): Query => {
  const presence = findPresence(name, {})
  return { kind: 'has', fields: presence ? [presence] : [], ...AT }
})

/** Any query that can be written. */
export const randomQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>(tie => {
  const several = fc.array(tie('query'), { minLength: 2, maxLength: 3 })
  return {
    query: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      word,
      textTerm,
      rangeTerm,
      has,
      several.map((terms): Query => ({ kind: 'and', terms, ...AT })),
      several.map((terms): Query => ({ kind: 'or', terms, ...AT })),
      tie('query').map((term): Query => ({ kind: 'not', term, ...AT })),
    ),
  }
}).query
