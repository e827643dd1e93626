import { lineStartsOf, positionAt, type Range } from '../model/place.ts'
import type { TextProblem } from './text-problem.ts'

/** A file has few real errors: what comes after the first is mostly their echo. */
export const MAX_ERRORS = 5

const MAX_WARNINGS = 100

/** A text while it is read as YAML: with its line table, and the problems found in it. */
export class CheckedText {
  readonly text: string
  private readonly lineStarts: readonly number[]
  private readonly errors: TextProblem[] = []
  private readonly warnings: TextProblem[] = []

  constructor(text: string) {
    this.text = text
    this.lineStarts = lineStartsOf(text)
  }

  /** Whether there is an error in it. */
  get failed(): boolean {
    return this.errors.length > 0
  }

  /** Whether further errors would not be reported. */
  get full(): boolean {
    return this.errors.length >= MAX_ERRORS
  }

  /** Two offsets as lines and columns. */
  range(start: number, end: number): Range {
    return { start: positionAt(this.lineStarts, start), end: positionAt(this.lineStarts, end) }
  }

  /** Reports an error: of syntax, unless `more` names another rule. */
  error(start: number, end: number, message: string, help: string, more: Partial<TextProblem> = {}): void {
    if (this.full) return
    const range = this.range(start, end)
    this.errors.push({ rule: 'yaml/syntax', severity: 'error', message, help, range, ...more })
  }

  /** Reports an anchor or tag that is read, but had better not be there. */
  warn(start: number, end: number, message: string, help: string): void {
    if (this.warnings.length >= MAX_WARNINGS) return
    const range = this.range(start, end)
    this.warnings.push({ rule: 'yaml/anchors', severity: 'warning', message, help, range })
  }

  /** What has been reported, in the order of the text. */
  problems(): TextProblem[] {
    const line = (problem: TextProblem) => problem.range.start.line
    const column = (problem: TextProblem) => problem.range.start.column
    return [...this.errors, ...this.warnings].sort((a, b) => line(a) - line(b) || column(a) - column(b))
  }
}
