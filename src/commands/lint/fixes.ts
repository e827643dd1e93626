import { libraryTarget } from '../../disk/library-target.ts'
import { replaceFile } from '../../disk/write-file.ts'
import type { BaselineFile } from '../../lint/baseline-file.ts'
import type { FixedLibrary } from '../../lint/fix-library.ts'
import type { Linted } from '../../lint/lint.ts'
import { CardsError } from '../../model/errors.ts'

/** A file that could not be written, and why. */
export interface UnwrittenFile {
  readonly path: string
  readonly reason: string
}

/**
 * Writes the files that fixes change, each whole or not at all; one that is no longer what was read is left alone.
 * @param dir the library's directory
 */
export function writeFixes(
  dir: string,
  { files }: FixedLibrary,
  before: Linted,
  baseline: BaselineFile,
): UnwrittenFile[] {
  return [...files].flatMap(([path, bytes]) => {
    try {
      const target = path === baseline.file ? baseline.path : libraryTarget(dir, path)
      replaceFile(target, bytes, before.sourceOf(path).bytes)
      return []
    } catch (error) {
      if (!(error instanceof CardsError)) throw error
      return [{ path, reason: error.message }]
    }
  })
}

/** Findings with the word that their file could not be fixed. */
export function withReasons(linted: Linted, unwritten: readonly UnwrittenFile[]): Linted {
  const reasons = new Map(unwritten.map(({ path, reason }) => [path, reason]))
  return {
    ...linted,
    findings: linted.findings.map(finding => {
      const reason = finding.fix && reasons.get(finding.file)
      return reason === undefined
        ? finding
        : { ...finding, help: `${finding.help} It was not fixed: ${reason}` }
    }),
  }
}
