import { compareText } from './order.ts'
import type { Range } from './place.ts'

/** How much a finding matters: an error makes lint fail. */
export type Severity = 'error' | 'warning' | 'info'

/** A problem in the user's files, as a value: what is wrong, exactly where, and what to do about it. */
export interface Finding {
  /** `group/name`, such as `schema/required`. */
  readonly rule: string
  readonly severity: Severity
  /** What is wrong: one sentence, plain text. */
  readonly message: string
  /** What to do next: one sentence, plain text. */
  readonly help: string
  /** Path of the file, relative to the library, with forward slashes. */
  readonly file: string
  readonly range: Range
  /** JSON Pointer (RFC 6901) of the value concerned; `` for the whole file. */
  readonly pointer: string
  /** Stable ID of the card, when the file has one. */
  readonly id?: string
  /** The key that is missing, where that is what is wrong. Not part of any report. */
  readonly missing?: string
  /** Other places that belong to the problem. */
  readonly related?: readonly Place[]
  /** How to mend it, where a program can. */
  readonly fix?: Fix
}

/** A way to mend a finding: text edits of its file. */
export interface Fix {
  /** What it does, as a command: `Rename to authors`. */
  readonly title: string
  /** Whether what the file says stays the same, or becomes what it was surely meant to be. */
  readonly safe: boolean
  /** Whether the byte-order mark before the text goes, which no edit can say. */
  readonly removesByteOrderMark?: true
  /** In the order of the text, without overlaps. */
  readonly edits: readonly Edit[]
}

/** A stretch of a file and the text to put there. */
export interface Edit {
  readonly range: Range
  readonly text: string
}

/** A place in a file of the library. */
export interface Place {
  readonly file: string
  readonly range: Range
}

/** Findings in the order in which people read them: by file, place, rule. The same on every machine. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}

/** The start of a file: the place of what has no better one. */
export const FILE_START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
