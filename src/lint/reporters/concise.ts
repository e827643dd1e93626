import { neutralLine } from '../../render/neutral.ts'
import { span } from '../../render/span.ts'
import { paint } from '../../render/theme.ts'
import type { ReportContext, ReportedFinding, Reporter } from '../report.ts'
import { summaryLine } from './summary-line.ts'
import { textOutput } from './text-output.ts'

/** One line a finding, which editors and terminals open at its place, then the summary. */
export const concise: Reporter = {
  name: 'concise',
  summary: 'one line for each problem: path:line:column: severity: message',
  *report(report, context) {
    for (const finding of report.findings) yield textOutput(`${findingLine(finding, context)}\n`, context)
    yield `${paint(summaryLine(report), context.terminal)}\n`
  },
}

function findingLine(finding: ReportedFinding, { terminal, pathOf }: ReportContext): string {
  const { file, range, severity, message, help, rule } = finding
  return paint(
    [
      span(neutralLine(`${pathOf(file)}:${range.start.line}:${range.start.column}: `)),
      span(`${severity}:`, severity),
      span(neutralLine(` ${message} ${help} `)),
      span(neutralLine(`[${rule}]`), 'muted'),
    ],
    terminal,
  )
}
