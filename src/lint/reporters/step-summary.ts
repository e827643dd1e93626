import { counted } from '../../model/count-text.ts'
import { neutralLine } from '../../model/neutral.ts'
import type { Report, ReportContext, ReportedFinding } from '../report.ts'
import { bySeverity } from './counts.ts'
import { summaryLine } from './summary-line.ts'

/** GitHub refuses a summary of more than 1 MiB; the step may have others. */
const MOST_BYTES = 1_000_000

/**
 * Markdown for the file that GITHUB_STEP_SUMMARY names: the summary line and a table of all findings, most severe first,
 * as far as GitHub takes it. Text from cards is shown as it is: it makes no markup and mentions nobody.
 */
export function stepSummary(report: Report, context: ReportContext): string {
  const summary = summaryLine(report)
    .map(({ text }) => text)
    .join('')
  const heading = `### cards lint\n\n${markdownText(summary)}\n`
  if (report.findings.length === 0) return heading
  const table = `${heading}\n| Severity | Place | Problem | Rule |\n| :-- | :-- | :-- | :-- |\n`
  const rows: string[] = []
  let room = MOST_BYTES - Buffer.byteLength(table)
  for (const finding of bySeverity(report.findings)) {
    const row = tableRow(finding, context)
    room -= Buffer.byteLength(row)
    if (room < 0) break
    rows.push(row)
  }
  const left = report.findings.length - rows.length
  const rest = left > 0 ? `\n${counted(left, 'problem')} left out, as the summary would be too long.\n` : ''
  return table + rows.join('') + rest
}

function tableRow(finding: ReportedFinding, { repositoryPathOf }: ReportContext): string {
  const { severity, file, range, message, help, rule, fix } = finding
  const place = `${repositoryPathOf(file)}:${range.start.line}:${range.start.column}`
  const mark = fix === undefined ? '' : fix.safe ? '<br>fixable' : '<br>fixable (unsafe)'
  const problem = `${markdownText(message)} ${markdownText(help)}${mark}`
  return `| ${severity} | ${codeHtml(place)} | ${problem} | ${codeHtml(rule)} |\n`
}

/** One line of plain text as Markdown, with what is between backticks as code. */
function markdownText(text: string): string {
  return neutralLine(text)
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? codeHtml(part.slice(1, -1)) : literal(part)))
    .join('')
}

function codeHtml(text: string): string {
  return `<code>${entities(neutralLine(text))}</code>`
}

/** GitHub looks for mentions in what Markdown has become, but not in code. */
function literal(text: string): string {
  return entities(text).replaceAll('&#64;', '<code>&#64;</code>')
}

/** All characters that mean something to Markdown or HTML, or make a link of an address, as references. */
function entities(text: string): string {
  return text
    .replace(/[&<>"'`|\\*_~[\](){}#@!$:]/g, character => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, address => `${address.slice(0, 3)}&#46;`)
}
