import { fingerprints } from './finding-key.ts'
import type { Outcome } from './outcome.ts'
import type { Report } from './report.ts'
import type { Rule } from './rule.ts'
import type { Scope } from './scope.ts'

/**
 * What of a library's findings is told.
 * @param rules all there are, where the report lists them
 */
export function reportOf(
  outcome: Outcome,
  scope: Scope,
  fixedCount: number,
  rules: readonly Rule[] = [],
): Report {
  const findings = outcome.findings.filter(finding => scope.has(finding))
  const names = fingerprints(findings.map(({ key }) => key))
  const files: string[] = []
  let cardCount = 0
  let suppressedCount = 0
  for (const { path, kind } of outcome.files) {
    if (!scope.hasFile(path)) continue
    files.push(path)
    if (kind === 'card') cardCount++
    suppressedCount += outcome.suppressedIn(path)
  }
  return {
    findings: findings.map((finding, i) => ({ ...finding, fingerprint: names[i] ?? '' })),
    files,
    cardCount,
    rules,
    suppressedCount,
    baselinedCount: outcome.known.filter(finding => scope.has(finding)).length,
    fixedCount,
  }
}
