import type { Card, CardFields } from '../model/card.ts'
import type { Registries } from '../model/card-json.ts'
import type { LossLog } from './loss-log.ts'

/** A field of a card in use, as its file has it. */
export type CardField = Exclude<keyof CardFields, 'retired'>

/** Where a format puts each field, in its own words (`published`: `year, month, day`). A field left out is lost. */
export type Keeps = Readonly<Partial<Record<CardField, string>>>

/** For whom a format is. */
export type FormatKind = 'data' | 'citations' | 'reading'

/** One format into which cards can be written. */
export interface Exporter {
  /** By which `--format` names it. */
  readonly name: string
  readonly kind: FormatKind
  /** What it is for, in a few words. */
  readonly description: string
  /** How its files end, without the first dot: by it `--output` tells the format; of two that fit, the longer. */
  readonly extension: string
  readonly keeps: Keeps
  /** The fields or columns that can be chosen, and the option that chooses them; none can when it is left out. */
  readonly choice?: FieldChoice
  /** Whether it names each card by a citation key, so that `--key` has a meaning. */
  readonly hasKeys?: boolean
  /**
   * The cards as text, in pieces: one card at a time, so that the whole is never in memory. The same cards give the
   * same bytes. What the format cannot carry of a card, although `keeps` names its field, is told to `job.losses`.
   */
  write(cards: readonly Card[], job: ExportJob): Iterable<string>
  /** The same as a folder of files, for formats that make one; one file at a time. */
  pages?(cards: readonly Card[], job: ExportJob): Iterable<ExportedFile>
}

/** What of a card is written, where one can choose. */
export interface FieldChoice {
  readonly option: 'fields' | 'columns'
  /** Their names; for columns, `extra.NAME` is one besides. */
  readonly names: readonly string[]
}

/** A file of a folder, its path relative to it, with forward slashes. */
export interface ExportedFile {
  readonly path: string
  readonly text: string
}

/** What an exporter has to work with besides the cards. */
export interface ExportJob {
  readonly registries: Registries
  /** The citation key of a card. */
  keyOf(card: Card): string
  /** The fields or columns that were chosen, in their order: of those of the exporter's `choice`. Undefined for all. */
  readonly chosen: readonly string[] | undefined
  readonly losses: LossLog
}
