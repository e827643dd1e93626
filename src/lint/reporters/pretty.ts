import { groupBy } from '../../model/group-by.ts'
import { span } from '../../render/span.ts'
import { paint } from '../../render/theme.ts'
import { wrapSpans } from '../../render/wrap.ts'
import type { Reporter } from '../report.ts'
import { FilePage } from './file-page.ts'
import { summaryLine } from './summary-line.ts'
import { textOutput } from './text-output.ts'

/** For people: the findings of each file with the lines that they are about, then the summary. */
export const pretty: Reporter = {
  name: 'pretty',
  summary: 'for people: each problem with the lines that it is about',
  *report(report, context) {
    const known = groupBy(report.findings, ({ file }) => file)
    for (const file of known.keys()) yield textOutput(new FilePage(file, known, context).text, context)
    const { terminal } = context
    const mark = report.findings.length === 0 && terminal.unicode ? [span('✔ ', 'good')] : []
    const width = context.isTerminal ? terminal.columns : Number.POSITIVE_INFINITY
    for (const line of wrapSpans([...mark, ...summaryLine(report)], width)) yield `${paint(line, terminal)}\n`
  },
}
