import { configuredRules } from '../lint/configured-rules.ts'
import { exampleText } from '../lint/example-text.ts'
import type { OptionValue, Rule, RuleSeverity } from '../lint/rule.ts'
import { RULES } from '../lint/rules/index.ts'
import { suggestion } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { jsonText } from '../model/json-text.ts'
import { nearest } from '../model/nearest.ts'
import { fitTable } from '../render/table.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { flag } from './option.ts'
import { rulePage, SEVERITY_STYLES } from './rule-page.ts'

export const rules = defineCommand({
  usage: '[rule]',
  description:
    'Lists the rules of `cards lint`: of all, or of a group such as text, with the severity that the config gives them. Explains one rule with examples, options and how to set it.',
  examples: [
    ['cards rules', 'all of them'],
    ['cards rules text', 'a group'],
    ['cards rules text/summary', 'one rule, with examples'],
  ],
  options: { json: flag('--json', 'as JSON: an object for one rule, else an array') },
  async run(context, [name, ...others], { json }): Promise<Result> {
    if (others.length > 0)
      throw new CardsError('usage', 'One rule or group at a time.', 'Without any, all are listed.')
    const chosen = rulesNamed(name)
    const isOne = chosen.length === 1 && chosen[0]?.id === name
    const set = await configuredRules(context)
    const severityOf = (rule: Rule) => set.severityOf(rule, '')
    if (json) {
      const values = chosen.map(rule => ruleJson(rule, severityOf(rule), set.optionsOf(rule)))
      return { text: `${jsonText(isOne ? values[0] : values, 2)}\n`, exitCode: 0 }
    }
    const [rule] = chosen
    const lines =
      isOne && rule
        ? rulePage(rule, severityOf(rule), set.optionsOf(rule), context)
        : overview(chosen, severityOf, context)
    return { text: lines.map(line => `${line}\n`).join(''), exitCode: 0 }
  },
})

/** The rules that a name, a group or nothing stands for. */
function rulesNamed(name: string | undefined): readonly Rule[] {
  if (name === undefined || name === '*') return RULES
  const group = name.replace(/\/\*?$/, '')
  const chosen = RULES.filter(({ id }) => id === name || id.startsWith(`${group}/`))
  if (chosen.length > 0) return chosen
  const known = RULES.flatMap(({ id }) => [id, id.slice(id.indexOf('/') + 1)])
  const [near] = nearest(name, known, 1)
  const meant = RULES.find(({ id }) => id === near || id.endsWith(`/${near}`))
  const hint = suggestion(meant === undefined ? [] : [meant.id], '`cards rules` lists them.')
  throw new CardsError('usage', `There is no rule \`${name}\`.`, hint)
}

function overview(
  chosen: readonly Rule[],
  severityOf: (rule: Rule) => RuleSeverity,
  { terminal, isTerminal }: Context,
): string[] {
  if (!isTerminal)
    return chosen.map(rule => [rule.id, severityOf(rule), rule.fixes ?? '', rule.summary].join('\t'))
  const rows = chosen.map(rule => {
    const severity = severityOf(rule)
    return [
      { text: rule.id, styles: ['id' as const] },
      { text: severity, styles: [SEVERITY_STYLES[severity]] },
      rule.fixes === 'safe and unsafe' ? 'both' : (rule.fixes ?? ''),
      rule.summary,
    ]
  })
  return fitTable(
    [
      { heading: 'Rule', min: Math.max(...chosen.map(({ id }) => id.length)), priority: 9 },
      { heading: 'Level', min: 7, priority: 6 },
      { heading: 'Fix', min: 4, priority: 3 },
      { heading: 'Reports', min: 12, priority: 7, grow: true },
    ],
    rows,
    terminal,
  )
}

function ruleJson(
  rule: Rule,
  severity: RuleSeverity,
  options: Readonly<Record<string, OptionValue>>,
): unknown {
  const { id, summary, why, fixes } = rule
  return {
    id,
    severity,
    default_severity: rule.severity,
    summary,
    why,
    ...(fixes === undefined ? {} : { fixes }),
    ...(rule.options === undefined
      ? {}
      : {
          options: Object.entries(rule.options).map(([name, { type, description, default: value }]) => ({
            name,
            type,
            description,
            default: value,
            value: options[name],
          })),
        }),
    examples: { bad: rule.examples.bad.map(exampleText), good: rule.examples.good.map(exampleText) },
  }
}
