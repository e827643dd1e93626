import type { StartHelpers } from '../model/helper.ts'
import type { BaselineText } from './baseline-text.ts'
import type { EarlierCard } from './lint-context.ts'
import type { OptionValue, Rule, RuleSeverity } from './rule.ts'

/** What rules are to know besides the library. */
export interface Circumstances {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The tags that cards may have; undefined when any may. */
  readonly tags?: readonly string[] | undefined
  /** The cards as they were at the revision of `--since`. */
  readonly earlier?: readonly EarlierCard[] | undefined
}

/** What to lint by. */
export interface LintOptions extends Circumstances {
  readonly rules: readonly Rule[]
  /** How much a rule matters in a file; `off` where it does not run. */
  severityOf(rule: Rule, file: string): RuleSeverity
  /** Files of one group have the same severities. */
  groupOf(file: string): string
  /** Whether a rule may run in any file. */
  mayRun(rule: Rule): boolean
  /** The value of each option of a rule. */
  optionsOf(rule: Rule): Readonly<Record<string, OptionValue>>
  /** Of two with the same, all of the above is the same: what was found by one need not be found again by the other. */
  readonly fingerprint?: string | undefined
  /** Who helps with many files. */
  readonly startHelpers?: StartHelpers | undefined
  /** The known findings. */
  readonly baseline?: BaselineText | undefined
}
