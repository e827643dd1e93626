import { exampleText } from '../lint/example-text.ts'
import type { Example, OptionValue, Rule, RuleSeverity } from '../lint/rule.ts'
import { readableWidth } from '../render/readable-width.ts'
import type { Span, Style } from '../render/span.ts'
import { paint, type Terminal } from '../render/theme.ts'
import { wrapText } from '../render/wrap.ts'
import type { Context } from './command.ts'

/** How a severity looks. */
export const SEVERITY_STYLES: Readonly<Record<RuleSeverity, Style>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  off: 'muted',
}

/**
 * All there is to know about a rule, on a page.
 * @param severity as the library's config has it
 * @param values of its options, as the config has them
 */
export function rulePage(
  rule: Rule,
  severity: RuleSeverity,
  values: Readonly<Record<string, OptionValue>>,
  { terminal, isTerminal }: Pick<Context, 'terminal' | 'isTerminal'>,
): string[] {
  const width = isTerminal ? readableWidth(terminal) : 80
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
    ...indented(settingExample(rule, severity, values)),
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
    { text: severity, styles: [SEVERITY_STYLES[severity]] },
    { text: `${own}, ${fixes}`, styles: ['muted'] },
  ]
}

function shown(value: OptionValue): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
}

function settingExample(
  rule: Rule,
  severity: RuleSeverity,
  values: Readonly<Record<string, OptionValue>>,
): string {
  const options = Object.entries(values).map(([name, value]) => `\n      ${name}: ${shown(value)}`)
  const other = severity === 'off' ? 'warning' : 'off'
  const setting = options.length === 0 ? ` ${other}` : `\n      severity: ${severity}${options.join('')}`
  return `lint:\n  rules:\n    ${rule.id}:${setting}`
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

/** What cannot be seen, as its escape. */
function visible(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\u00a0]/gu, character => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}
