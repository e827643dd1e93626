import type { Severity } from '../../model/finding.ts'
import { jsonText } from '../../model/json-text.ts'
import type { Reporter } from '../report.ts'

/** GitLab also has `critical` and `blocker`, which would be too much to say of a card. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/**
 * A Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). The merge
 * request shows the description alone, so it names the rule.
 */
export const gitlab: Reporter = {
  name: 'gitlab',
  summary: 'a Code Quality report, which GitLab shows in merge requests',
  *report({ findings }, context) {
    let separator = '[\n'
    for (const { rule, severity, message, help, file, range, fingerprint } of findings) {
      const issue = {
        description: `${message} ${help} (${rule})`,
        check_name: rule,
        fingerprint,
        severity: SEVERITIES[severity],
        location: { path: context.repositoryPathOf(file), lines: { begin: range.start.line } },
      }
      yield separator + jsonText(issue)
      separator = ',\n'
    }
    yield findings.length === 0 ? '[]\n' : '\n]\n'
  },
}
