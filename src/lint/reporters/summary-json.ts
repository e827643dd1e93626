import type { Report } from '../report.ts'
import type { LintSummary } from '../report-json.ts'
import { countsOf } from './counts.ts'

/** The numbers of a report. */
export function summaryJson(report: Report): LintSummary {
  const { errors, warnings, infos, fixable, unsafelyFixable } = countsOf(report)
  return {
    errors,
    warnings,
    infos,
    fixable,
    fixable_unsafely: unsafelyFixable,
    fixed: report.fixedCount,
    suppressed: report.suppressedCount,
    baselined: report.baselinedCount,
    cards: report.cardCount,
    files: report.files.length,
  }
}
