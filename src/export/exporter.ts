import type { Card } from '../model/card.ts'
import type { Registries } from '../model/card-json.ts'
import type { ExportedFile, FieldChoice, FormatKind, Keeps } from './format-facts.ts'
import type { LossLog } from './loss-log.ts'

/** One format into which cards can be written. What its facts mean: see `FormatFacts`. */
export interface Exporter {
  readonly name: string
  readonly kind: FormatKind
  readonly description: string
  readonly extension: string
  readonly keeps: Keeps
  readonly choice?: FieldChoice
  readonly hasKeys?: boolean
  /**
   * The cards as text, in pieces: one card at a time, so that the whole is never in memory. The same cards give the
   * same bytes. What the format cannot carry of a card, although `keeps` names its field, is told to `job.losses`.
   */
  write(cards: readonly Card[], job: ExportJob): Iterable<string>
  /** The same as a folder of files, for formats that make one; one file at a time. */
  pages?(cards: readonly Card[], job: ExportJob): Iterable<ExportedFile>
}

/** What an exporter has to work with besides the cards. */
export interface ExportJob {
  readonly registries: Registries
  /** The citation key of a card. */
  keyOf(card: Card): string
  /** The fields or columns that were chosen, in their order: of those of the exporter's `choice`. Undefined for all. */
  readonly fields: readonly string[] | undefined
  readonly losses: LossLog
  /** What the index of a folder is called, checked; the exporter's own name for it when left out. */
  readonly index?: string | undefined
}
