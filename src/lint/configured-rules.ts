import { configProblems, type Settings } from '../load/settings.ts'
import { CardsError } from '../model/errors.ts'
import type { Rule } from './rule.ts'
import { type RuleChoice, type RuleSettings, ruleSettings, type SettingProblem } from './rule-settings.ts'
import { RULES } from './rules/index.ts'

/** All rules, and how a library sets them. */
export interface ConfiguredRules extends RuleSettings {
  readonly rules: readonly Rule[]
}

/** Whose config it is: the settings of a library, and the directory from which messages name its config. */
export interface Configured {
  readonly settings: Settings
  readonly cwd: string
}

/**
 * The rules as the config sets them, and who asks.
 * @param given severities of rules and groups (`text/*`), which win over the config's; of two for one, the last
 * @throws CardsError `config` or `usage` for what no rule can go by
 */
export async function configuredRules(
  { settings, cwd }: Configured,
  given: readonly RuleChoice[] = [],
): Promise<ConfiguredRules> {
  const { settings: set, problems } = ruleSettings(settings.lint, given, RULES)
  const [inGiven] = problems.filter(({ pointer }) => pointer === undefined)
  if (inGiven) throw new CardsError('usage', inGiven.message, inGiven.help)
  const inConfig = problems.filter((problem): problem is Placed => problem.pointer !== undefined)
  if (inConfig.length > 0 && settings.configFile !== undefined)
    throw await configProblems(settings.configFile, cwd, inConfig)
  return { rules: RULES, ...set }
}

type Placed = SettingProblem & { readonly pointer: NonNullable<SettingProblem['pointer']> }
