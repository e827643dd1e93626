import { jsonText } from '../../model/json-text.ts'
import type { Reporter } from '../report.ts'
import { countsOf } from './counts.ts'
import { findingJson } from './finding-json.ts'

/** An object with the counts and all findings, each finding on a line of its own. */
export const json: Reporter = {
  name: 'json',
  summary: 'for programs: an object with the counts and all problems',
  *report(report, context) {
    const { errors, warnings, infos, fixable, unsafelyFixable } = countsOf(report)
    const summary = {
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
    yield `{\n  "version": ${jsonText(context.version)},\n  "summary": ${jsonText(summary)},\n  "findings": [`
    let separator = '\n    '
    for (const finding of report.findings) {
      yield separator + jsonText(findingJson(finding, context))
      separator = ',\n    '
    }
    yield report.findings.length === 0 ? ']\n}\n' : '\n  ]\n}\n'
  },
}
