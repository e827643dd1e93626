import type { Example, OptionValue, Rule, RuleSeverity } from '../lint/rule.ts'
import { RULES } from '../lint/rules/index.ts'
import { suggestion } from '../model/did-you-mean.ts'
import { CardsError } from '../model/errors.ts'
import { jsonText } from '../model/json-text.ts'
import { nearest } from '../model/nearest.ts'
import type { Span, Style } from '../render/span.ts'
import { fitTable } from '../render/table.ts'
import { paint, type Terminal } from '../render/theme.ts'
import { wrapText } from '../render/wrap.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { lintRules } from './lint-request.ts'
import { flag } from './option.ts'

const WIDEST = 100

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
    const set = await lintRules(context, [])
    const severityOf = (rule: Rule) => set.severityOf(rule, '')
    if (json) {
      const values = chosen.map(rule => ruleJson(rule, severityOf(rule), set.optionsOf(rule)))
      return { text: `${jsonText(isOne ? values[0] : values, 2)}\n`, exitCode: 0 }
    }
    const [rule] = chosen
    const lines =
      isOne && rule ? explanation(rule, severityOf(rule), context) : overview(chosen, severityOf, context)
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

const STYLES: Readonly<Record<RuleSeverity, Style>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  off: 'muted',
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
      { text: severity, styles: [STYLES[severity]] },
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

/** All there is to know about a rule, on a page. */
function explanation(rule: Rule, severity: RuleSeverity, { terminal, isTerminal }: Context): string[] {
  const width = isTerminal ? Math.min(terminal.columns, WIDEST) : 80
  const heading = (text: string) => ['', paint([{ text, styles: ['heading'] }], terminal)]
  const indented = (text: string) => text.split('\n').map(line => (line === '' ? '' : `  ${line}`))
  const prose = (text: string) => wrapText(text, width - 2).flatMap(line => indented(line.trimEnd()))
  const options = Object.entries(rule.options ?? {})
  return [
    paint(headline(rule, severity), terminal),
    ...prose(`Reports ${rule.summary}.`),
    ...heading('Why'),
    ...prose(rule.why),
    ...heading(rule.examples.bad.length > 1 ? 'Wrong, each of these' : 'Wrong'),
    ...examples(rule.examples.bad, terminal),
    ...heading('Right'),
    ...examples(rule.examples.good, terminal),
    ...(options.length > 0 ? heading('Options') : []),
    ...options.flatMap(([name, option]) =>
      prose(`${name} (default ${shown(option.default)}): ${option.description}`),
    ),
    ...heading('To set it, in cards.config.yaml'),
    ...indented(settingExample(rule)),
    ...heading('To ignore it once, above the field'),
    ...indented(`# cards-ignore ${rule.id}: the reason`),
  ]
}

function headline(rule: Rule, severity: RuleSeverity): Span[] {
  const own = severity === rule.severity ? '' : ` (by default ${rule.severity})`
  const fixes =
    rule.fixes === undefined ? 'no fix' : `${rule.fixes} fix${rule.fixes.includes('and') ? 'es' : ''}`
  return [
    { text: rule.id, styles: ['id'] },
    { text: '  ' },
    { text: severity, styles: [STYLES[severity]] },
    { text: `${own}, ${fixes}`, styles: ['muted'] },
  ]
}

function shown(value: OptionValue): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
}

function settingExample(rule: Rule): string {
  const severity = rule.severity === 'off' ? 'warning' : 'off'
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => `\n      ${name}: ${shown(option.default)}`,
  )
  return `lint:\n  rules:\n    ${rule.id}:${options.length === 0 ? ` ${severity}` : `\n      severity: ${rule.severity}${options.join('')}`}`
}

/** Examples as they would stand in files, each after a blank line but the first. */
function examples(list: readonly Example[], terminal: Terminal): string[] {
  return list.flatMap((example, i) => [
    ...(i === 0 ? [] : ['']),
    ...exampleText(example)
      .split('\n')
      .map(line =>
        line === ''
          ? ''
          : `  ${paint([{ text: visible(line), styles: line.startsWith('# ') ? ['muted'] : ['code'] }], terminal)}`,
      ),
  ])
}

function exampleText(example: Example): string {
  if (typeof example === 'string') return example.trimEnd()
  const { files, before = {}, baseline } = example
  return [
    ...Object.entries(before).map(([path, text]) => `# ${path}, before\n${text.trimEnd()}`),
    ...Object.entries(files).map(([path, text]) => `# ${path}\n${text.trimEnd()}`),
    ...(baseline === undefined ? [] : [`# lint-baseline.txt\n${baseline.trimEnd()}`]),
  ].join('\n\n')
}

/** What cannot be seen, as its escape. */
function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\u00a0]/gu, character => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
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
