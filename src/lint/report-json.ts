import type { Edit, Place, Severity } from '../model/finding.ts'
import type { Range } from '../model/place.ts'

/** What lint has to say of a library: what `cards lint --format json` prints besides its version. */
export interface LintReport {
  readonly summary: LintSummary
  /** By file, line and column. */
  readonly findings: readonly FindingJson[]
}

/** A finding as programs get it: schemas/output-lint.schema.json. */
export interface FindingJson {
  /** `group/name`, such as `schema/required`. */
  readonly rule: string
  readonly severity: Severity
  /** What is wrong: one sentence, plain text. */
  readonly message: string
  /** What to do next: one sentence, plain text. */
  readonly help: string
  /** Path of the file, relative to the library, with forward slashes. */
  readonly file: string
  /** The same path as the user would name it, from the working directory. */
  readonly path: string
  /** Lines and columns from 1, columns in UTF-16 code units, the end exclusive: the exact key or value. */
  readonly range: Range
  /** JSON Pointer (RFC 6901) of the value concerned; empty for the whole file. */
  readonly pointer: string
  /** Stable ID of the card, when the file has one. */
  readonly id?: string
  /** How a program can mend it. */
  readonly fix?: FixJson
  /** Other places that belong to the problem, such as the same value in another card. */
  readonly related?: readonly PlaceJson[]
  /** Hexadecimal digits: the same for the same problem of the same value, also when lines move. */
  readonly fingerprint: string
}

/** A way to mend a finding: text edits of its file, in the order of the text. */
export interface FixJson {
  readonly title: string
  /** Whether what the file says stays the same. */
  readonly safe: boolean
  /** Whether the byte-order mark before the text goes, which no edit can say. */
  readonly removes_byte_order_mark?: true
  readonly edits: readonly Edit[]
}

/** A place in a file of the library. */
export interface PlaceJson extends Place {
  /** The path of the file as the user would name it. */
  readonly path: string
}

/** A report of lint in numbers, as programs get it: schemas/output-lint.schema.json. */
export interface LintSummary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many findings `cards lint --fix` mends. */
  readonly fixable: number
  /** How many more `cards lint --unsafe-fixes` mends. */
  readonly fixable_unsafely: number
  /** How many have been mended; they are not among the findings. */
  readonly fixed: number
  /** How many are not told, as a comment in their file says so. */
  readonly suppressed: number
  /** How many are not told, as the baseline has them. */
  readonly baselined: number
  readonly cards: number
  readonly files: number
}
