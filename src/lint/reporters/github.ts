import { grouped } from '../../model/count-text.ts'
import type { Severity } from '../../model/finding.ts'
import { neutralLine, neutralText } from '../../model/neutral.ts'
import { withoutRunnerCommands } from '../../model/runner-command.ts'
import type { ReportContext, ReportedFinding, Reporter } from '../report.ts'
import { bySeverity } from './counts.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** So many of each kind GitHub shows for one step; it drops the others without a word. */
const SHOWN = 10

/**
 * Workflow commands, from which GitHub makes annotations in a pull request. All findings are told, as other programs
 * that read the commands have no limit; the most severe come first, and the last line says how many GitHub drops.
 */
export const github: Reporter = {
  name: 'github',
  summary: 'annotations in pull requests, by workflow commands of GitHub Actions',
  *report({ findings }, context) {
    const counts = new Map<Severity, number>()
    for (const finding of bySeverity(findings)) {
      counts.set(finding.severity, (counts.get(finding.severity) ?? 0) + 1)
      yield command(finding, context)
    }
    const dropped = [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - SHOWN), 0)
    if (dropped > 0)
      yield `${grouped(dropped)} more: GitHub shows only ${SHOWN} annotations of each kind for one step.\n`
  },
}

function command(finding: ReportedFinding, context: ReportContext): string {
  const { severity, file, message, help, rule } = finding
  const properties = [
    ['file', neutralLine(context.repositoryPathOf(file))],
    ...placeOf(finding),
    ['title', neutralLine(rule)],
  ]
  const list = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(',')
  // The log shows the message without the command before it.
  const text = withoutRunnerCommands(neutralText(`${message}\n${help}`))
  return `::${COMMANDS[severity]} ${list}::${escapedData(text)}\n`
}

/** Columns are refused for a place of several lines. Like ours, `endColumn` is the first that is not meant. */
function placeOf({ range: { start, end } }: ReportedFinding): (readonly [string, number])[] {
  if (end.line === start.line)
    return [
      ['line', start.line],
      ['endLine', end.line],
      ['col', start.column],
      ['endColumn', end.column],
    ]
  return [
    ['line', start.line],
    ['endLine', end.column === 1 ? end.line - 1 : end.line],
  ]
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
