import type { FileText } from '../load/file-text.ts'
import type { LibraryFile } from '../model/library.ts'
import type { KeyedFinding } from './placed-finding.ts'

/** What came of linting a library, as reports tell it. */
export interface Outcome {
  /** What is neither suppressed nor in the baseline, in the order in which people read it. */
  readonly findings: readonly KeyedFinding[]
  /** The findings that the baseline has. */
  readonly known: readonly KeyedFinding[]
  /** How many findings of a file its comments suppress. */
  suppressedIn(file: string): number
  /** Every file that was looked at, in the order of their paths. */
  readonly files: readonly Pick<LibraryFile, 'path' | 'kind'>[]
  /** The text of a file that was looked at, to be shown. */
  textOf(path: string): FileText
}
