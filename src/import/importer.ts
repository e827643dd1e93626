import type { ExtraFields } from '../load/extra-fields.ts'
import type { CardFields, Page, Venue } from '../model/card.ts'
import type { Comments, Converted, Dropped, Unreadable } from './import-report.ts'

/** A file to import. Who gives its text has read it. */
export interface ImportFile {
  /** The path by which the user named it: messages say it. */
  readonly name: string
  readonly text: string
}

export interface ImportOptions {
  /** Address of the source, for formats that do not say it. */
  readonly url?: string | undefined
  /**
   * For CSV: fields of a card (checked; a dot stands for a map within), by the columns that go there. For
   * bibliographies, under `key`: the field that keeps citation keys, or `id`, which they then are.
   */
  readonly map?: ReadonlyMap<string, string> | undefined
  /** The fields of its own that the library declares. */
  readonly extra?: ExtraFields | undefined
  /** Is told now and then how many records have been read. */
  readonly progress?: ((records: number) => void) | undefined
  /** What the library knows already. */
  readonly venues: readonly Venue[]
  readonly pages: readonly Page[]
}

/** One format from which cards can be made. */
export interface Importer {
  /** By which `--format` names it. */
  readonly name: string
  /** What it reads, in a sentence. */
  readonly description: string
  /** What becomes of each field, for people: the README prints it. */
  readonly mapping: readonly FieldMapping[]
  /**
   * Makes cards of files. What is wrong in a file is in the batch, never thrown.
   * @throws {CardsError} `usage` when an option is missing
   */
  read(files: readonly ImportFile[], options: ImportOptions): ImportBatch
}

/** Where a field of the source goes. */
export interface FieldMapping {
  /** Key, or place in the text, in the source. */
  readonly from: string
  /** Field of the card, of a venue (`venues.yaml: name`) or of a page; `—` when it is only checked. */
  readonly to: string
  readonly note?: string
}

/** A place in a file that is imported; the line is 1-based. */
export interface Origin {
  readonly file: string
  readonly line: number
}

/** What was read from files, before any ID is given or compared with a library. */
export interface ImportBatch {
  readonly cards: readonly ImportedCard[]
  readonly venues: readonly Imported<Venue>[]
  readonly pages: readonly Imported<Page>[]
  /** How many empty texts and lists were left out. */
  readonly emptyValues: number
  readonly dropped: readonly Dropped[]
  readonly converted: readonly Converted[]
  readonly comments: readonly Comments[]
  readonly unreadable: readonly Unreadable[]
}

/** A card that has no ID yet. Its `preview` has no file yet. */
export interface ImportedCard {
  readonly fields: Omit<CardFields, 'id' | 'preview'>
  readonly origin: Origin
  /** The ID that the source gives its record; messages and the map of IDs say it. */
  readonly recordId?: string
  /** The stable ID that the source says. */
  readonly wantedId?: string
  readonly preview?: ImportedPreview
  /** Name of a venue that is not known: the card has no `venue` for it. */
  readonly unknownVenue?: string
  /** Required fields that the source does not give: what stands in them is no knowledge that a card could gain. */
  readonly standIns?: readonly ('title' | 'type')[]
  /** It has no title, so that no new card can be made of it: it can only give something to a card that is there. */
  readonly isUntitled?: boolean
  /** Fields that the source did not state but that were taken from elsewhere, and where from. */
  readonly derived?: { readonly keys: readonly string[]; readonly from: string }
}

export interface ImportedPreview {
  readonly text: string
  readonly truncated?: boolean
  readonly sizeKb?: number
}

/** An entry for a registry, and where it stands. */
export interface Imported<T> {
  readonly item: T
  readonly origin: Origin
}
