import type { Severity } from '../model/finding.ts'
import type { LintOptions } from './lint-options.ts'
import type { CardRule, LibraryRule, OptionValue, RegistryRule, Rule, TextRule } from './rule.ts'

/** A rule that runs in a file, with how it is set. */
export interface ActiveRule<R extends Rule> {
  readonly rule: R
  readonly severity: Severity
  readonly options: Readonly<Record<string, OptionValue>>
}

/** The rules that run in some files. */
export interface ActiveRules {
  readonly text: readonly ActiveRule<TextRule>[]
  readonly card: readonly ActiveRule<CardRule>[]
  /** Those about cards that also look at retired ones. */
  readonly retired: readonly ActiveRule<CardRule>[]
}

/** Which rules run where: worked out once for all files that are set alike. */
export class RulePlan {
  /** Every rule, by id. */
  readonly rules: ReadonlyMap<string, Rule>
  /** The rules that may run somewhere. */
  readonly registry: readonly RegistryRule[]
  readonly library: readonly LibraryRule[]
  private readonly options: LintOptions
  private readonly byGroup = new Map<string, ActiveRules>()

  constructor(options: LintOptions) {
    this.options = options
    this.rules = new Map(options.rules.map(rule => [rule.id, rule]))
    const running = options.rules.filter(rule => options.mayRun(rule))
    this.registry = running.filter(rule => rule.scope === 'registry')
    this.library = running.filter(rule => rule.scope === 'library')
  }

  /** The rules that run in a file. */
  in(file: string): ActiveRules {
    const group = this.options.groupOf(file)
    let active = this.byGroup.get(group)
    if (active === undefined) {
      const of = <R extends Rule>(scope: R['scope']) => this.active<R>(scope, file)
      const card = of<CardRule>('card')
      active = { text: of<TextRule>('text'), card, retired: card.filter(({ rule }) => rule.seesRetired) }
      this.byGroup.set(group, active)
    }
    return active
  }

  optionsOf(rule: Rule): Readonly<Record<string, OptionValue>> {
    return this.options.optionsOf(rule)
  }

  /** How much a rule matters in a file; undefined where it is off. */
  severity(rule: Rule, file: string): Severity | undefined {
    const severity = this.options.severityOf(rule, file)
    return severity === 'off' ? undefined : severity
  }

  private active<R extends Rule>(scope: R['scope'], file: string): ActiveRule<R>[] {
    return this.options.rules.flatMap(rule => {
      const severity = rule.scope === scope ? this.severity(rule, file) : undefined
      return severity ? [{ rule: rule as R, severity, options: this.optionsOf(rule) }] : []
    })
  }
}
