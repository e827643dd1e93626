import { didYouMean } from '../model/did-you-mean.ts'
import { globs } from '../model/glob.ts'
import type { Pointer } from '../model/place.ts'
import type { ConfigFile } from '../model/schema-types.generated.ts'
import type { OptionValue, Rule, RuleOption, RuleSeverity } from './rule.ts'

/** How the rules are set: each rule's severity and options, in each file. */
export interface RuleSettings {
  severityOf(rule: Rule, file: string): RuleSeverity
  optionsOf(rule: Rule): Readonly<Record<string, OptionValue>>
  /** Files of one group have the same severities. */
  groupOf(file: string): string
  /** Whether a rule may run in any file. */
  mayRun(rule: Rule): boolean
  /** All that these settings are made from. */
  readonly fingerprint: string
  /** Whether any rule runs anywhere. */
  readonly isAnyOn: boolean
}

/** A rule or a group (`text/*`), and what somebody wants its severity to be. */
export type RuleChoice = readonly [rule: string, severity: string]

/** Something in the config, or in what is given besides, that no rule can go by. */
export interface SettingProblem {
  /** Where in the config; undefined for what is given besides. */
  readonly pointer: Pointer | undefined
  readonly at: 'key' | 'value'
  readonly message: string
  readonly help: string
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'off'] satisfies RuleSeverity[]

type LintConfig = NonNullable<ConfigFile['lint']>
type Table = NonNullable<LintConfig['rules']>

/** One place that sets rules. */
interface Layer {
  readonly severities: ReadonlyMap<string, RuleSeverity>
  readonly options: ReadonlyMap<string, Readonly<Record<string, OptionValue>>>
}

/** A place that sets them for some files. */
interface Override extends Layer {
  readonly applies: (file: string) => boolean
}

/**
 * Resolves a config, and what wins over it, to what each rule is in each file.
 * @param given for this run only, in order: of two for one rule, the last counts
 */
export function ruleSettings(
  config: LintConfig,
  given: readonly RuleChoice[],
  rules: readonly Rule[],
): { readonly settings: RuleSettings; readonly problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = []
  const reader = new LayerReader(rules, problems)
  const general = reader.table(config.rules ?? {}, ['lint', 'rules'], true)
  const overrides = (config.overrides ?? []).map((override, i) => ({
    ...reader.table(override.rules, ['lint', 'overrides', i, 'rules'], false),
    applies: globs(override.files),
  }))
  const first = reader.choices(given)
  const fitting = fittingOverrides(overrides)
  const inGeneral = new Map(rules.map(rule => [rule, severityIn(general, rule.id) ?? rule.severity]))
  const mayRun = (rule: Rule) => {
    const forced = severityIn(first, rule.id)
    const inSome = overrides.map(layer => severityIn(layer, rule.id) ?? 'off')
    const severities = forced === undefined ? [inGeneral.get(rule), ...inSome] : [forced]
    return severities.some(severity => severity !== 'off')
  }
  return {
    problems,
    settings: {
      isAnyOn: rules.some(mayRun),
      mayRun,
      fingerprint: settingsFingerprint(config, given),
      groupOf: file =>
        overrides.length === 0
          ? ''
          : fitting(file)
              .map(layer => overrides.indexOf(layer))
              .join(),
      optionsOf: rule => ({ ...defaultsOf(rule), ...general.options.get(rule.id) }),
      severityOf: (rule, file) =>
        severityIn(first, rule.id) ??
        fitting(file).reduce<RuleSeverity | undefined>(
          (severity, layer) => severityIn(layer, rule.id) ?? severity,
          inGeneral.get(rule),
        ) ??
        rule.severity,
    },
  }
}

/** What `RuleSettings.fingerprint` is; known before it is known whether the settings make sense. */
export function settingsFingerprint(config: LintConfig, given: readonly RuleChoice[]): string {
  return JSON.stringify([config, given])
}

/** The overrides that fit a file, worked out once for each. */
function fittingOverrides(overrides: readonly Override[]): (file: string) => readonly Override[] {
  if (overrides.length === 0) return () => overrides
  const known = new Map<string, readonly Override[]>()
  return file => {
    const found = known.get(file) ?? overrides.filter(({ applies }) => applies(file))
    known.set(file, found)
    return found
  }
}

/** The more exact key wins: the rule's id, its group, all rules. */
function severityIn({ severities }: Layer, id: string): RuleSeverity | undefined {
  return severities.get(id) ?? severities.get(groupKey(id)) ?? severities.get('*')
}

function groupKey(id: string): string {
  return `${id.slice(0, id.indexOf('/'))}/*`
}

/** The options of a rule where nobody sets them. */
export function defaultsOf(rule: Rule): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, { default: value }]) => [name, value]),
  )
}

class LayerReader {
  private readonly rules: ReadonlyMap<string, Rule>
  private readonly keys: ReadonlySet<string>
  private readonly problems: SettingProblem[]

  constructor(rules: readonly Rule[], problems: SettingProblem[]) {
    this.rules = new Map(rules.map(rule => [rule.id, rule]))
    this.keys = new Set(['*', ...rules.flatMap(rule => [rule.id, groupKey(rule.id)])])
    this.problems = problems
  }

  table(table: Table, pointer: Pointer, takesOptions: boolean): Layer {
    const severities = new Map<string, RuleSeverity>()
    const options = new Map<string, Record<string, OptionValue>>()
    for (const [key, setting] of Object.entries(table)) {
      const at = [...pointer, key]
      if (!this.isKey(key, at)) continue
      const { severity, ...given } = typeof setting === 'string' ? { severity: setting } : setting
      if (severity !== undefined) this.severity(severities, key, String(severity), at)
      if (Object.keys(given).length === 0) continue
      if (!takesOptions)
        this.report(
          at,
          'key',
          `\`${key}\` has options in an override.`,
          'Set options under `rules`: they are the same for all files.',
        )
      else options.set(key, this.options(key, given, at))
    }
    return { severities, options }
  }

  choices(given: readonly RuleChoice[]): Layer {
    const severities = new Map<string, RuleSeverity>()
    for (const [key, severity] of given)
      if (this.isKey(key, undefined)) this.severity(severities, key, severity, undefined)
    return { severities, options: new Map() }
  }

  private isKey(key: string, pointer: Pointer | undefined): boolean {
    if (this.keys.has(key)) return true
    const help = didYouMean(key, this.keys, '`cards rules` lists them.')
    this.report(pointer, 'key', `There is no rule \`${key}\`.`, help)
    return false
  }

  private severity(
    severities: Map<string, RuleSeverity>,
    key: string,
    severity: string,
    pointer: Pointer | undefined,
  ): void {
    if (SEVERITIES.includes(severity)) severities.set(key, severity as RuleSeverity)
    else
      this.report(
        pointer,
        'value',
        `\`${severity}\` is not a severity.`,
        'A rule is `error`, `warning`, `info` or `off`.',
      )
  }

  private options(
    key: string,
    given: Readonly<Record<string, unknown>>,
    pointer: Pointer,
  ): Record<string, OptionValue> {
    const rule = this.rules.get(key)
    const known = rule?.options ?? {}
    const values: Record<string, OptionValue> = {}
    for (const [name, raw] of Object.entries(given)) {
      const option = Object.hasOwn(known, name) ? known[name] : undefined
      const value = option && optionValue(option, raw)
      if (value !== undefined) values[name] = value
      else if (option)
        this.report(
          [...pointer, name],
          'value',
          `\`${name}\` must be ${FORMS[option.type]}.`,
          `For example \`${name}: ${example(option)}\`.`,
        )
      else
        this.report(
          [...pointer, name],
          'key',
          `\`${name}\` is not an option of \`${key}\`.`,
          optionHelp(name, rule),
        )
    }
    return values
  }

  private report(pointer: Pointer | undefined, at: 'key' | 'value', message: string, help: string): void {
    this.problems.push({ pointer, at, message, help })
  }
}

const FORMS: Readonly<Record<RuleOption['type'], string>> = {
  integer: 'a whole number, zero or more',
  boolean: '`true` or `false`',
  list: 'a list of texts',
}

/** In YAML's failsafe schema every scalar of a config is text. */
function optionValue(option: RuleOption, raw: unknown): OptionValue | undefined {
  if (option.type === 'list')
    return Array.isArray(raw) && raw.every(item => typeof item === 'string') ? raw : undefined
  const text = String(raw)
  if (option.type === 'boolean') return /^(true|false)$/.test(text) ? text === 'true' : undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function example(option: RuleOption): string {
  return option.type === 'list' ? `[${option.default.join(', ')}]` : String(option.default)
}

function optionHelp(name: string, rule: Rule | undefined): string {
  const names = Object.keys(rule?.options ?? {})
  if (names.length === 0) return 'It has no options but `severity`.'
  return didYouMean(name, names, `Its options are ${names.join(', ')}.`)
}
