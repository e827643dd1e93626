import type { CardFields } from '../model/card.ts'

/** A field of a card in use, as its file has it. */
export type CardField = Exclude<keyof CardFields, 'retired'>

/** Where a format puts each field, in its own words (`published`: `year, month, day`). A field left out is lost. */
export type Keeps = Readonly<Partial<Record<CardField, string>>>

/** For whom a format is. */
export type FormatKind = 'data' | 'citations' | 'reading'

/** What of a card is written, where one can choose. */
export interface FieldChoice {
  readonly kind: 'fields' | 'columns'
  /** Their names; for columns, `extra.NAME` is one besides. */
  readonly names: readonly string[]
}

/** What is known of a format. */
export interface FormatFacts {
  /** By which it is asked for. */
  readonly name: string
  readonly kind: FormatKind
  /** What it is for, in a few words. */
  readonly description: string
  /** How its files end, without the first dot: by it a file's name tells the format; of two that fit, the longer. */
  readonly extension: string
  /** Each field that it keeps, and where that goes; in the order of cards. */
  readonly keeps: Keeps
  /** The fields that it has no place for. */
  readonly drops: readonly CardField[]
  /** The fields or columns that can be chosen; none can when it is left out. */
  readonly choice?: FieldChoice
  /** Whether it names each card by a citation key. */
  readonly hasKeys: boolean
  /** Whether it can also be a folder, with a page a card. */
  readonly hasPages: boolean
}

/** A file of a folder, its path relative to it, with forward slashes. */
export interface ExportedFile {
  readonly path: string
  readonly text: string
}
