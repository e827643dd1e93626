import type { FixedLibrary } from '../lint/fix-library.ts'
import type { Linted } from '../lint/lint.ts'
import type { Outcome } from '../lint/outcome.ts'
import type { Report } from '../lint/report.ts'
import { reportOf } from '../lint/report-of.ts'
import { countsOf } from '../lint/reporters/counts.ts'
import type { Rule } from '../lint/rule.ts'
import { requireDirectory } from '../load/settings.ts'
import { counted } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import { defineCommand, type Result } from './command.ts'
import { reportContextOf, statisticsText, summaryText, writeReports } from './lint/reports.ts'
import { type LintTask, lintOptions, lintTask } from './lint/task.ts'

export const lint = defineCommand({
  usage: '[path...]',
  description:
    'Checks the whole library: every card by itself, cards against each other, venues and pages. Paths narrow what is told, not what is looked at. Exits with 1 when there are errors. `cards rules` lists the rules.',
  examples: [
    ['cards lint', 'all problems, each with its place and remedy'],
    ['cards lint --fix', 'mend what can safely be mended'],
    ['cards lint --diff --unsafe-fixes', 'see all that could be mended'],
    ['cards lint --since origin/main', 'what a branch has touched'],
    ['cards lint --format sarif=lint.sarif', 'a report for a program, beside the one for you'],
  ],
  options: lintOptions,
  async run(context, args, options): Promise<Result> {
    requireDirectory(context.settings)
    const task = await lintTask(context, args, options)
    switch (task.does) {
      case 'tell':
        return tell(task, task.known ?? (await task.lint(task.input)), 0)
      case 'fix':
        return task.input.size > 0 ? fixInput(task) : fixFiles(task)
      case 'diff':
        return showDiff(task)
      case 'update-baseline':
        return writeBaseline(task)
    }
  },
})

/** Reports what is left after all else. */
async function tell(task: LintTask, outcome: Outcome, fixedCount: number): Promise<Result> {
  const { context, scope, reports } = task
  requireCards(task, outcome)
  const report = reportOf(outcome, scope, fixedCount, await listedRules(task))
  const printed = writeReports(report, reports, context, reportContextOf(task, outcome))
  if (task.isCount) return { text: statisticsText(report, task.context), exitCode: exitCodeOf(report, task) }
  return { text: printed, isReport: true, exitCode: exitCodeOf(report, task) }
}

/** All rules, where a report lists them. */
async function listedRules({ isCount, reports }: LintTask): Promise<readonly Rule[]> {
  if (!isCount && !reports.some(({ reporter }) => reporter.listsRules)) return []
  return (await import('../lint/rules/index.ts')).RULES
}

/** In CI, a library that holds nothing is a mistake in where it is looked for. */
function requireCards({ context: { settings } }: LintTask, { files }: Outcome): void {
  if (files.some(({ kind }) => kind === 'card')) return
  throw new CardsError(
    'no-library',
    `There are no cards in ${settings.name}, so there is nothing to check.`,
    'Make one with `cards add URL`, or name another library with --dir.',
  )
}

function exitCodeOf(report: Report, { maxWarnings }: LintTask): 0 | 1 {
  const { errors, warnings } = countsOf(report)
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0
}

/** Mends standard input onto the output; what is left to say goes beside it. */
async function fixInput(task: LintTask): Promise<Result> {
  const { after } = await fixedInMemory(task)
  const [[path, bytes] = ['', new Uint8Array()]] = [...task.input]
  const { text, isReport, exitCode } = await tell(task, after.linted, after.fixed.length)
  const told = typeof text === 'string' || text instanceof Uint8Array ? String(text) : [...text].join('')
  return {
    text: after.files.get(path) ?? bytes,
    complaints: [{ drawn: told }],
    ...(isReport && { isReport }),
    exitCode,
  }
}

/** Mends what it may, under the library's lock, and reports the rest. */
async function fixFiles(task: LintTask): Promise<Result> {
  const { withLock } = await import('../disk/lock.ts')
  const { withReasons, writeFixes } = await import('./lint/fixes.ts')
  const { context, baseline } = task
  const { dir } = context.settings
  return withLock(dir, async () => {
    const { before, after } = await fixedInMemory(task)
    const unwritten = writeFixes(dir, after, before, baseline)
    if (unwritten.length === 0) return tell(task, after.linted, after.fixed.length)
    const left = new Set(unwritten.map(({ path }) => path))
    const written = new Map([...after.files].filter(([path]) => !left.has(path)))
    const fixedCount = after.fixed.filter(({ file }) => !left.has(file)).length
    const complaints = unwritten.map(
      ({ path, reason }) => `${context.library.location(path)} was not fixed: ${reason}`,
    )
    const told = await tell(task, withReasons(await task.lint(written), unwritten), fixedCount)
    return { ...told, complaints, exitCode: 1 }
  })
}

async function fixedInMemory({
  isUnsafe,
  scope,
  input,
  lint,
}: LintTask): Promise<{ before: Linted; after: FixedLibrary }> {
  // Who only asks for findings needs none of what mends them.
  const { fixLibrary } = await import('../lint/fix-library.ts')
  const before = await lint(input)
  const isWanted = (finding: Linted['findings'][number]) =>
    scope.has(finding) && (isUnsafe || finding.fix?.safe === true)
  return { before, after: await fixLibrary(before, lint, isWanted) }
}

async function showDiff(task: LintTask): Promise<Result> {
  const { scope } = task
  const { before, after } = await fixedInMemory(task)
  requireCards(task, before)
  const report = reportOf(after.linted, scope, 0)
  const reportContext = reportContextOf(task, after.linted)
  const changes = [...after.files].map(([path, content]) => ({
    kind: 'replace' as const,
    path,
    content,
    expected: before.sourceOf(path).bytes,
  }))
  const { patchText } = await import('./patch-text.ts')
  const text = patchText(changes, task.context, reportContext.pathOf)
  const notes = [
    `${counted(after.fixed.length, 'finding')} in ${counted(after.files.size, 'file')} would be fixed. Left: ${summaryText(report)}`,
  ]
  return { text, notes, exitCode: after.files.size > 0 ? 1 : exitCodeOf(report, task) }
}

async function writeBaseline(task: LintTask): Promise<Result> {
  const { context, baseline, scope, lint } = task
  if (!scope.isWhole)
    throw new CardsError('usage', 'The baseline is of the whole library.', 'Leave the paths out.')
  const { withLock } = await import('../disk/lock.ts')
  const { updateBaseline } = await import('./lint/baseline.ts')
  const count = await withLock(context.settings.dir, async () => {
    const linted = await lint(new Map())
    requireCards(task, linted)
    return updateBaseline(baseline, linted, scope)
  })
  return { text: '', notes: [`Wrote ${counted(count, 'finding')} to ${baseline.name}.`], exitCode: 0 }
}
