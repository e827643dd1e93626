import { DirectoryLibrary } from '../load/directory-library.ts'
import { requireDirectory, shownPath } from '../load/settings.ts'
import { baselineFile } from './baseline-file.ts'
import { type Configured, configuredRules } from './configured-rules.ts'
import { lintConfigured } from './lint-configured.ts'
import type { LintReport } from './report-json.ts'
import { reportOf } from './report-of.ts'
import { findingJson } from './reporters/finding-json.ts'
import { summaryJson } from './reporters/summary-json.ts'
import type { RuleSeverity } from './rule.ts'
import { scopeOf } from './scope.ts'

/** How a library is linted, besides what its config says. */
export interface LintReportOptions {
  /** The day that counts as today, as `YYYY-MM-DD`. */
  readonly today: string
  /** Severities of rules and groups (`text/*`), which win over the config's. */
  readonly rules: Readonly<Record<string, RuleSeverity>>
}

/**
 * Lints a whole library, as it is on disk now, by its own settings: rules, ignored files, comments and baseline count.
 * @param configured the settings of the library, and the directory from which paths are named
 * @throws CardsError `usage` or `config` for a rule or severity that there is not, `io` for a baseline that is none
 */
export async function lintReport(
  configured: Configured,
  { today, rules: severities }: LintReportOptions,
): Promise<LintReport> {
  const { settings, cwd } = configured
  requireDirectory(settings)
  const library = new DirectoryLibrary(settings, cwd)
  const flags = Object.entries(severities).map(([rule, severity]) => `${rule}=${severity}`)
  const rules = await configuredRules(configured, flags)
  const baseline = baselineFile(configured, undefined, false)
  const linted = await lintConfigured(library, settings, { rules, today, baseline })
  const scope = scopeOf({ ignored: settings.lint.ignore ?? [], paths: [], changed: undefined })
  const report = reportOf(linted, scope, 0)
  const pathOf = (file: string) =>
    file === baseline.file ? shownPath(baseline.path, cwd) : library.location(file)
  return {
    summary: summaryJson(report),
    findings: report.findings.map(finding => findingJson(finding, { pathOf })),
  }
}
