import { configProblems, type Settings } from '../load/settings.ts'
import { CardsError } from '../model/errors.ts'
import type { Rule } from './rule.ts'
import { type RuleSettings, ruleSettings, type SettingProblem } from './rule-settings.ts'
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
 * The rules as the config and `--rule` set them.
 * @param flags what `--rule` was given, in order: `id=severity`
 * @throws CardsError `config` or `usage` for what no rule can go by
 */
export async function configuredRules(
  { settings, cwd }: Configured,
  flags: readonly string[],
): Promise<ConfiguredRules> {
  const { settings: set, problems } = ruleSettings(settings.lint, flags, RULES)
  const [flagProblem] = problems.filter(({ pointer }) => pointer === undefined)
  if (flagProblem) throw new CardsError('usage', flagProblem.message, flagProblem.help)
  const inConfig = problems.filter((problem): problem is Placed => problem.pointer !== undefined)
  if (inConfig.length > 0 && settings.configFile !== undefined)
    throw await configProblems(settings.configFile, cwd, inConfig)
  return { rules: RULES, ...set }
}

type Placed = SettingProblem & { readonly pointer: NonNullable<SettingProblem['pointer']> }
