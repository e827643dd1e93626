import type { Circumstances } from './read-context.ts'
import type { OptionValue, Rule, RuleSeverity } from './rule.ts'

/** What to lint by. */
export interface LintOptions extends Circumstances {
  readonly rules: readonly Rule[]
  /** How much a rule matters in a file; `off` where it does not run. */
  severityOf(rule: Rule, file: string): RuleSeverity
  /** The value of each option of a rule. */
  optionsOf(rule: Rule): Readonly<Record<string, OptionValue>>
  /** The known findings: a file's path, relative to the library, and its text. */
  readonly baseline?: { readonly file: string; readonly text: string } | undefined
}
