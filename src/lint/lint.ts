import { SourceText } from '../load/source-text.ts'
import { compareFindings } from '../model/finding.ts'
import type { Library, LibraryFile } from '../model/library.ts'
import type { LintOptions } from './lint-options.ts'
import { LintRun } from './lint-run.ts'
import type { KeyedFinding } from './placed-finding.ts'
import { readContext } from './read-context.ts'

/** What linting found. */
export interface Linted {
  /** What is neither suppressed nor in the baseline, in the order in which people read it. */
  readonly findings: readonly KeyedFinding[]
  /** The findings that the baseline has. */
  readonly known: readonly KeyedFinding[]
  /** How many findings of a file its comments suppress. */
  suppressedIn(file: string): number
  /** Every file that was looked at, in the order of their paths. */
  readonly files: readonly LibraryFile[]
  /** The text of a file that was looked at. */
  sourceOf(path: string): SourceText
}

/**
 * Lints a whole library: what the loader found, then every rule that is on, on texts, cards, registries and all
 * cards together; less what comments suppress and the baseline knows. Places and fixes are worked out only for what
 * is found.
 */
export async function lintLibrary(library: Library, options: LintOptions): Promise<Linted> {
  const { context, sources, files } = await readContext(library, options)
  const run = new LintRun(options, context, sources)
  const found = [...run.told(await library.findings()), ...run.checked()]
  const heard = run.heard(found)
  const { findings, known } = run.againstBaseline(heard.findings)
  const { baseline } = options
  const others = new Map(
    baseline ? [[baseline.file, new SourceText(baseline.file, 'baseline', Buffer.from(baseline.text))]] : [],
  )
  return {
    findings: [...findings].sort(compareFindings),
    known,
    suppressedIn: file => heard.suppressed.get(file) ?? 0,
    files,
    sourceOf: path => sources.get(path) ?? others.get(path) ?? new SourceText(path, 'card', new Uint8Array()),
  }
}
