import { createFile, replaceFile } from '../../disk/write-file.ts'
import { baselineText } from '../../lint/baseline.ts'
import type { BaselineFile } from '../../lint/baseline-file.ts'
import type { Linted } from '../../lint/lint.ts'
import type { Scope } from '../../lint/scope.ts'

/**
 * Writes all that is found now as the baseline.
 * @returns how many findings are in it
 */
export function updateBaseline({ path, bytes }: BaselineFile, { findings }: Linted, scope: Scope): number {
  const kept = findings.filter(finding => scope.has(finding))
  const text = baselineText(kept.map(({ key }) => key))
  if (bytes === undefined) createFile(path, text)
  else replaceFile(path, text, bytes)
  return kept.length
}
