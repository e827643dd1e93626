import { neutralLine } from '../../model/neutral.ts'
import { findingSpans } from '../../render/finding-line.ts'
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
  const spans = findingSpans(pathOf(finding.file), finding)
  return paint(
    spans.map(span => ({ ...span, text: neutralLine(span.text) })),
    terminal,
  )
}
