import type { RangeField, TextField } from './field-kinds.ts'
import type { Presence } from './presence.ts'

/** Where in the query text a node stands: UTF-16 offsets, `end` exclusive. Of a flag, both are 0. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A parsed query. */
export type Query =
  /** The empty query: every card. */
  | (Span & { readonly kind: 'all' })
  | (Span & { readonly kind: 'and'; readonly terms: readonly Query[] })
  | (Span & { readonly kind: 'or'; readonly terms: readonly Query[] })
  | (Span & { readonly kind: 'not'; readonly term: Query })
  | WordQuery
  | TextQuery
  | RangeQuery
  /** `has:a,b`: at least one of the fields; `no:a` is a `not` of it. */
  | (Span & { readonly kind: 'has'; readonly fields: readonly Presence[] })
  /** `@name`: the offsets of the nodes inside are those of the saved filter's own text. */
  | (Span & { readonly kind: 'saved'; readonly name: string; readonly query: Query })

/** A bare word, or `"exact words"`. */
export interface WordQuery extends Span, Text {
  readonly kind: 'word'
}

/** `field:value`, or any of several values, of a field that holds text. */
export interface TextQuery extends Span {
  readonly kind: 'text'
  readonly field: TextField
  readonly values: readonly TextValue[]
}

/** The same of a field that holds numbers or dates. */
export interface RangeQuery extends Span {
  readonly kind: 'range'
  readonly field: RangeField
  readonly values: readonly Range[]
}

/** Text that a user asks for; in quotes it is meant exactly. */
export interface Text {
  readonly text: string
  readonly isQuoted: boolean
}

export type TextValue = Span & Text

/** Numbers, or days as `YYYY-MM-DD`, which compare alike. A single number or date is a range too. */
export interface Range extends Span {
  readonly lower?: Bound
  readonly upper?: Bound
}

export interface Bound {
  readonly value: number | string
  readonly isExclusive: boolean
}

/** The query that asks for all of several at once. */
export function allOf(queries: readonly Query[]): Query {
  const terms = queries.filter(query => query.kind !== 'all')
  const [first = { kind: 'all', start: 0, end: 0 }, ...others] = terms
  return others.length === 0 ? first : { kind: 'and', terms, start: 0, end: 0 }
}
