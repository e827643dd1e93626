import type { Severity } from '../../model/finding.ts'
import { exampleText } from '../example-text.ts'
import type { Rule } from '../rule.ts'

/** The table of all rules in the README. */
const RULES_PAGE = 'https://www.npmjs.com/package/source-cards#rules'

export const SARIF_LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** GitHub's words for how severe a rule is. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
}

/** A rule as SARIF describes it (§3.49), with the help that GitHub shows beside each of its findings. */
export function sarifRule(rule: Rule): object {
  const { id, why, severity } = rule
  const shown = severity === 'off' ? 'warning' : severity
  const summary = `Reports ${rule.summary}.`
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: [summary, why, fixText(rule)].filter(Boolean).join('\n\n'), markdown: helpMarkdown(rule) },
    helpUri: RULES_PAGE,
    defaultConfiguration: { enabled: severity !== 'off', level: SARIF_LEVELS[shown] },
    properties: { tags: [id.replace(/\/.*/, '')], 'problem.severity': SEVERITIES[shown] },
  }
}

function helpMarkdown(rule: Rule): string {
  const { bad, good } = rule.examples
  const parts = [
    `Reports ${rule.summary}.`,
    rule.why,
    fixText(rule),
    ...(bad[0] === undefined ? [] : ['Reported:', fenced(exampleText(bad[0]))]),
    ...(good[0] === undefined ? [] : ['Not reported:', fenced(exampleText(good[0]))]),
    `\`cards rules ${rule.id}\` tells more.`,
  ]
  return parts.filter(Boolean).join('\n\n')
}

function fixText({ fixes }: Rule): string {
  if (fixes === undefined) return ''
  if (fixes === 'safe') return '`cards lint --fix` mends it.'
  if (fixes === 'unsafe') return '`cards lint --unsafe-fixes` mends it; read what it did.'
  return '`cards lint --fix` mends some of them, `--unsafe-fixes` others.'
}

/** A block of code, in a fence longer than any run of backticks in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}yaml\n${text.replace(/\n$/, '')}\n${fence}`
}
