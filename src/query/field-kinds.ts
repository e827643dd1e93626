import type { Card, KnownFields } from '../model/card.ts'
import type { VenueIndex } from '../model/credibility.ts'

/** What of a library a query draws on, besides the card in hand. */
export interface QueryContext {
  readonly venues: VenueIndex
}

/** What a file of a card can say: the name of a field of the card schema. */
export type CardKey = keyof KnownFields

/** How a field is compared with a value of the query, in the words of the README. */
export const FIELD_KINDS = {
  text: 'words from their start (`grad` finds Gradient); in quotes the exact words in a row',
  name: 'every word of the value starts a word of one name, in any order',
  whole: 'the whole value, without regard to case',
  code: 'the whole value, without regard to hyphens and spaces',
  choice: 'one of a fixed set, whole',
  language: 'a language tag or its first parts (`en` finds en-GB)',
  url: 'a part of a URL; a whole URL also finds the same source under other addresses',
  source: 'the identifier in any usual form, or its start',
  part: 'any part of it, without regard to case',
  number: 'a number or a range: `3`, `3..`, `..3`, `2..4`, `>2`, `<=4`',
  date: 'a date or a range; a year or a month is all its days, and a card matches when any day of its date does',
} as const

export type TextKind = Exclude<keyof typeof FIELD_KINDS, 'number' | 'date'>

interface FieldRow {
  readonly name: string
  readonly aliases: readonly string[]
  /** What it is, for the README. */
  readonly description: string
  readonly example: string
  /** All that `valuesOf` looks at of what a card's file says. Its ID and its path are always there. */
  readonly drawsOn: readonly CardKey[]
}

export interface TextField extends FieldRow {
  readonly kind: TextKind
  /** The values that a `choice` can have. */
  readonly choices?: readonly string[]
  /** Whether a card can have values that do not stand in what it `drawsOn`. */
  readonly isDerived?: boolean
  valuesOf(card: Card, context: QueryContext): readonly string[]
}

export interface NumberField extends FieldRow {
  readonly kind: 'number'
  /** Words that stand for numbers. */
  readonly labels?: ReadonlyMap<string, number>
  readonly limits?: { readonly least: number; readonly most: number }
  valuesOf(card: Card, context: QueryContext): readonly number[]
}

/** Its values are dates of EDTF level 0. */
export interface DateField extends FieldRow {
  readonly kind: 'date'
  valuesOf(card: Card, context: QueryContext): readonly string[]
}

export type RangeField = NumberField | DateField

/** One field by which cards can be asked for. */
export type Field = TextField | RangeField

export function isRangeField(field: Field): field is RangeField {
  return field.kind === 'number' || field.kind === 'date'
}
