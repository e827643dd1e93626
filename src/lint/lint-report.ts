import { DirectoryLibrary } from '../load/directory-library.ts'
import { requireDirectory } from '../load/settings.ts'
import { baselineFile } from './baseline-file.ts'
import { type Configured, configuredRules } from './configured-rules.ts'
import { lintConfigured } from './lint-configured.ts'
import type { LintReportOptions } from './lint-report-options.ts'
import type { LintReport } from './report-json.ts'
import { reportOf } from './report-of.ts'
import { findingJson } from './reporters/finding-json.ts'
import { summaryJson } from './reporters/summary-json.ts'
import { scopeOf } from './scope.ts'

/**
 * Lints a whole library, as it is on disk now, by its own settings: rules, ignored files, comments and baseline count.
 * @param configured the settings of the library, and the directory from which paths are named
 * @throws CardsError `usage` or `config` for a rule or severity that there is not, `io` for a baseline that is none
 */
export async function lintReport(
  configured: Configured,
  { today, rules: severities = {} }: LintReportOptions & { readonly today: string },
): Promise<LintReport> {
  const { settings, cwd } = configured
  requireDirectory(settings)
  const library = new DirectoryLibrary(settings, cwd)
  const rules = await configuredRules(configured, Object.entries(severities))
  const baseline = baselineFile(configured)
  const linted = await lintConfigured(await library.unchecked(), settings, { rules, today, baseline })
  const scope = scopeOf({ ignored: settings.lint.ignore ?? [], paths: [], changed: undefined })
  const report = reportOf(linted, scope, 0)
  const pathOf = (file: string) => (file === baseline.file ? baseline.name : library.location(file))
  return {
    summary: summaryJson(report),
    findings: report.findings.map(finding => findingJson(finding, { pathOf })),
  }
}
