import { counted } from '../../model/count-text.ts'
import type { Severity } from '../../model/finding.ts'
import type { Report, ReportedFinding } from '../report.ts'

/** The findings of a report in numbers. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** How many `--fix` mends. */
  readonly fixable: number
  /** How many more `--unsafe-fixes` mends. */
  readonly unsafelyFixable: number
}

/** Counts the findings of a report by severity and by fix. */
export function countsOf({ findings }: Report): Counts {
  const count = (has: (finding: ReportedFinding) => boolean) => findings.filter(has).length
  return {
    errors: count(({ severity }) => severity === 'error'),
    warnings: count(({ severity }) => severity === 'warning'),
    infos: count(({ severity }) => severity === 'info'),
    fixable: count(({ fix }) => fix?.safe === true),
    unsafelyFixable: count(({ fix }) => fix?.safe === false),
  }
}

/** How many findings there are of each severity that has any, most severe first: `3 errors`, `2 warnings`. */
export function severityCounts(report: Report): { severity: Severity; text: string }[] {
  const { errors, warnings, infos } = countsOf(report)
  const all = [
    { severity: 'error', count: errors },
    { severity: 'warning', count: warnings },
    { severity: 'info', count: infos },
  ] as const
  return all
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => ({ severity, text: counted(count, severity) }))
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Findings with the most severe first, else in their order. */
export function bySeverity(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return [...findings].sort((a, b) => RANKS[a.severity] - RANKS[b.severity])
}
