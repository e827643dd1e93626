import type { Severity } from '../model/finding.ts'

/** How a whole library is linted, besides what its config says. */
export interface LintReportOptions {
  /** The day that counts as today, as `YYYY-MM-DD`; the clock's, in UTC, when left out. */
  readonly today?: string | undefined
  /** Severities of rules and of groups, which win over the config's: `{ 'text/summary': 'off', 'url/*': 'error' }`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined
}
