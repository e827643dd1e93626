import { fingerprints } from './finding-key.ts'
import type { Linted } from './lint.ts'
import type { Report } from './report.ts'
import { RULES } from './rules/index.ts'
import type { Scope } from './scope.ts'

/** What of a library's findings is told. */
export function reportOf(linted: Linted, scope: Scope, fixedCount: number): Report {
  const findings = linted.findings.filter(finding => scope.has(finding))
  const files = linted.files.filter(({ path }) => scope.hasFile(path))
  const names = fingerprints(findings.map(({ key }) => key))
  return {
    findings: findings.map((finding, i) => ({ ...finding, fingerprint: names[i] ?? '' })),
    files: files.map(({ path }) => path),
    cardCount: files.filter(({ kind }) => kind === 'card').length,
    rules: RULES,
    suppressedCount: files.reduce((sum, { path }) => sum + linted.suppressedIn(path), 0),
    baselinedCount: linted.known.filter(finding => scope.has(finding)).length,
    fixedCount,
  }
}
