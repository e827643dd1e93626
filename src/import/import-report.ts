/**
 * What became of an import, as `--json` prints it: schemas/output-import.schema.json says what each part means.
 * Lists are in the order in which the files were read.
 */
export interface ImportReport {
  /** `refused`: nothing was written, for what could not be read or is there already; `planned`: a dry run. */
  readonly outcome: 'written' | 'planned' | 'refused'
  readonly counts: ImportCounts
  /** Records whose wanted ID was kept. */
  readonly kept: readonly GivenId[]
  /** Records that got a new ID. */
  readonly minted: readonly MintedId[]
  /** Records that are no new cards. */
  readonly skipped: readonly Skipped[]
  /** Records that gave something to a card that is there, or to an earlier record. */
  readonly updated: readonly Updated[]
  /** Fields of which such a record and the card say different things. */
  readonly differences: readonly Difference[]
  readonly aliased: readonly { readonly id: string; readonly alias: string }[]
  readonly same_source: readonly SameSource[]
  readonly venue_unknown: readonly { readonly venue: string; readonly cards: readonly string[] }[]
  /** IDs of cards that are rated only because their URL matches a domain of a venue. */
  readonly rated_by_url_only: readonly string[]
  readonly derived: readonly DerivedFields[]
  readonly converted: readonly Converted[]
  readonly dropped: readonly Dropped[]
  readonly conflicts: readonly Conflict[]
  readonly comments: readonly Comments[]
  readonly unreadable: readonly Unreadable[]
}

export interface ImportCounts {
  /** Records read, whatever became of them, less what could not be read; venues and pages are not counted either. */
  readonly records: number
  readonly cards: number
  readonly updated: number
  readonly skipped: number
  /** Entries that could not be read, or not be carried out. */
  readonly failed: number
  readonly venues: number
  readonly pages: number
  readonly previews: number
  readonly kept_ids: number
  readonly minted_ids: number
  readonly empty_values: number
}

/** Where a remark belongs: the file and line, and the record when it has an ID. */
interface Where {
  readonly file: string
  readonly line: number
  readonly record_id?: string
}

export interface GivenId extends Where {
  readonly id: string
}

export interface MintedId extends GivenId {
  /** The ID that it should have had, and why not. */
  readonly wanted?: string
  readonly why?: 'malformed' | 'taken'
}

export interface Skipped extends Where {
  /** The card that is there already. */
  readonly id: string
  /** What they have in common; `repeat` when the same record came twice. */
  readonly why: SameAs
  /** Whether that card is retired: it is never touched. */
  readonly retired?: true
}

/** Why a record is a card already: `source` by canonical URL, DOI or the like, `repeat` when the record came twice. */
export type SameAs = 'url' | 'id' | 'alias' | 'source' | 'repeat'

export interface Updated extends Where {
  readonly id: string
  readonly why: SameAs
  /** The fields that were empty, and those that were replaced as `--overwrite` allows. */
  readonly filled: readonly string[]
  readonly overwritten: readonly string[]
}

export interface Difference extends Where {
  readonly id: string
  readonly key: string
  /** What the card says, or an earlier record gives it, as JSON. */
  readonly has: string
  /** What the record says, as JSON. */
  readonly given: string
  /** Which of the two the card says in the end. */
  readonly kept: 'has' | 'given'
}

/** Cards that seem to be one source: new ones, then those that the library had. */
export interface SameSource {
  readonly key: string
  readonly cards: readonly string[]
}

export interface DerivedFields extends Where {
  readonly id: string
  readonly keys: readonly string[]
  readonly from: string
}

/** Something that was not carried over. */
export interface Dropped extends Where {
  readonly key: string
  readonly why: string
}

/** A value that was carried over in another form than the mapping says. */
export interface Converted extends Where {
  readonly key: string
  readonly from: string
  readonly to: string
}

/** A venue or page that the library (or an earlier file) describes otherwise; that description stays. */
export interface Conflict {
  readonly file: string
  readonly line: number
  readonly registry: 'venues.yaml' | 'pages.yaml'
  readonly id: string
  readonly key: string
  /** Both as JSON; `has` is left out when nothing is said. */
  readonly has?: string
  readonly given: string
}

export interface Comments {
  readonly file: string
  readonly count: number
  readonly lines: readonly number[]
}

/** A file, or an entry of one, that could not be read at all. */
export interface Unreadable extends Where {
  readonly why: string
}
