import { jsonText } from '../../model/json-text.ts'
import type { Reporter } from '../report.ts'
import { findingJson } from './finding-json.ts'
import { summaryJson } from './summary-json.ts'

/** An object with the counts and all findings, each finding on a line of its own. */
export const json: Reporter = {
  name: 'json',
  summary: 'for programs: an object with the counts and all problems',
  *report(report, context) {
    const summary = summaryJson(report)
    yield `{\n  "version": ${jsonText(context.version)},\n  "summary": ${jsonText(summary)},\n  "findings": [`
    let separator = '\n    '
    for (const finding of report.findings) {
      yield separator + jsonText(findingJson(finding, context))
      separator = ',\n    '
    }
    yield report.findings.length === 0 ? ']\n}\n' : '\n  ]\n}\n'
  },
}
