import type { FileText } from '../load/file-text.ts'
import type { Finding } from '../model/finding.ts'
import type { Terminal } from '../render/theme.ts'
import type { Rule } from './rule.ts'

/** What a run of lint has to tell. */
export interface Report {
  /** In the order in which people read them. */
  readonly findings: readonly ReportedFinding[]
  /** Every file that was asked about, relative to the library, in the order of their paths. */
  readonly files: readonly string[]
  /** How many cards are in those files. */
  readonly cardCount: number
  /** All rules, whether on or off; none where nobody lists them. */
  readonly rules: readonly Rule[]
  /** How many findings were not told, as a comment in the file says so. */
  readonly suppressedCount: number
  /** How many findings were not told, as the baseline has them. */
  readonly baselinedCount: number
  /** How many findings `--fix` has mended; they are not among the findings. */
  readonly fixedCount: number
}

/** A finding with a name that stays when lines move. */
export interface ReportedFinding extends Finding {
  /** Hexadecimal digits: the same for the same problem of the same value, no two alike in one report. */
  readonly fingerprint: string
}

/** What reports are drawn with. */
export interface ReportContext {
  /** How the output can be drawn on; without colour and 80 columns wide for a file. */
  readonly terminal: Terminal
  /** Whether the output is read by a person at a terminal. */
  readonly isTerminal: boolean
  /** Whether a runner of GitHub Actions reads the output, which takes some of it for commands. */
  readonly inActions: boolean
  /** The path of a file as the user would name it, for people. */
  pathOf(file: string): string
  /** The path of a file from the top of its repository, with forward slashes, for programs. */
  repositoryPathOf(file: string): string
  /** The text of a file with findings. */
  sourceOf(file: string): FileText
  /** Which version of the program wrote the report. */
  readonly version: string
}

/** A form in which findings are told. */
export interface Reporter {
  /** As `--format` takes it. */
  readonly name: string
  /** What it is for, on one line. */
  readonly summary: string
  /** Whether it tells of the rules themselves too. */
  readonly listsRules?: boolean
  /** The whole report, which ends with a line break, in chunks that join to it. */
  report(report: Report, context: ReportContext): Iterable<string>
}
