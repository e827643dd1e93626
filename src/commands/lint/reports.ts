import { relative, resolve } from 'node:path'
import { appendOutput, writeOutput } from '../../disk/write-output.ts'
import type { Outcome } from '../../lint/outcome.ts'
import type { Report, ReportContext } from '../../lint/report.ts'
import { REPORTERS } from '../../lint/reporters/index.ts'
import { stepSummary } from '../../lint/reporters/step-summary.ts'
import { summaryLine } from '../../lint/reporters/summary-line.ts'
import { ruleCounts } from '../../lint/statistics.ts'
import { toSlashes } from '../../load/library-path.ts'
import { repositoryRoot } from '../../load/repository-root.ts'
import { chunked } from '../../model/chunks.ts'
import { grouped } from '../../model/count-text.ts'
import { isBelow } from '../../model/is-below.ts'
import { isInActions } from '../../model/runner-command.ts'
import { terminalOf } from '../../render/theme.ts'
import { hangingLines } from '../../render/wrap.ts'
import type { Context } from '../command.ts'
import { outputPath } from '../output-path.ts'
import type { WantedReport } from './request.ts'
import type { LintTask } from './task.ts'

/**
 * Writes the reports that go into files, and gives the one for standard output. In GitHub Actions `pretty` is
 * followed by annotations, and the step's summary gets the whole table.
 */
export function writeReports(
  report: Report,
  wanted: readonly WantedReport[],
  context: Context,
  reportContext: ReportContext,
): Iterable<string> {
  const inFile = { ...reportContext, terminal: FILE_TERMINAL, isTerminal: false, inActions: false }
  for (const { reporter, file } of wanted)
    if (file !== undefined)
      writeOutput(outputPath(file, '--format', context), [...reporter.report(report, inFile)].join(''))
  const { inActions } = reportContext
  const summary = context.env.GITHUB_STEP_SUMMARY
  if (inActions && summary) appendOutput(summary, stepSummary(report, reportContext))
  const printed = wanted.find(({ file }) => file === undefined)?.reporter
  const github = REPORTERS.find(({ name }) => name === 'github')
  const reporters = [printed, inActions && printed?.name === 'pretty' ? github : undefined]
  return chunked(joined(reporters.map(reporter => reporter?.report(report, reportContext) ?? [])))
}

function* joined(parts: Iterable<Iterable<string>>): Iterable<string> {
  for (const part of parts) yield* part
}

const FILE_TERMINAL = terminalOf({ isTTY: false, columns: 80, env: {}, color: 'never', platform: 'linux' })

/** How the paths of findings are written, and where they go. */
export function reportContextOf(
  { context, baseline }: Pick<LintTask, 'context' | 'baseline'>,
  outcome: Outcome,
): ReportContext {
  const { dir } = context.settings
  const root = repositoryRoot(dir) ?? context.cwd
  return {
    terminal: context.terminal,
    isTerminal: context.isTerminal,
    inActions: isInActions(context.env),
    version: context.version,
    sourceOf: file => outcome.textOf(file),
    // The baseline can be elsewhere.
    pathOf: file => (file === baseline.file ? baseline.name : context.library.location(file)),
    repositoryPathOf: file => {
      const path = relative(root, resolve(dir, file))
      return isBelow(path) ? toSlashes(path) : toSlashes(resolve(dir, file))
    },
  }
}

/** A row for each rule that found something, and the summary; fitted to the terminal where there is one. */
export function statisticsText(report: Report, { isTerminal, terminal }: Context): string {
  const counts = ruleCounts(report)
  const width = Math.max(0, ...counts.map(({ count: found }) => grouped(found).length))
  const names = Math.max(0, ...counts.map(({ rule }) => rule.length))
  const rows = counts.map(
    ({ rule, count: found, fixable, summary }) =>
      `${grouped(found).padStart(width)}  ${rule.padEnd(names)}  ${summary}${fixable > 0 ? ` (${grouped(fixable)} fixable)` : ''}`,
  )
  const lines = [...rows, summaryText(report)]
  const fitted = isTerminal ? lines.flatMap(line => hangingLines(line, terminal.columns)) : lines
  return fitted.map(line => `${line}\n`).join('')
}

/** What a report comes to, on one line. */
export function summaryText(report: Report): string {
  return summaryLine(report)
    .map(span => span.text)
    .join('')
}
