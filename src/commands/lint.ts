import { resolve } from 'node:path'
import { withLock } from '../disk/lock.ts'
import { type FixedLibrary, fixLibrary } from '../lint/fix-library.ts'
import { type Linted, type LintOptions, lintLibrary } from '../lint/lint.ts'
import type { Report } from '../lint/report.ts'
import { REPORTERS } from '../lint/reporters/index.ts'
import { summaryLine } from '../lint/reporters/summary-line.ts'
import { type Scope, scopeOf } from '../lint/scope.ts'
import { ruleCounts } from '../lint/statistics.ts'
import { DirectoryLibrary } from '../load/directory-library.ts'
import type { Overlay } from '../load/read-directory.ts'
import { requireDirectory } from '../load/settings.ts'
import { counted, grouped } from '../model/count-text.ts'
import { CardsError } from '../model/errors.ts'
import type { Span } from '../render/span.ts'
import { type Context, defineCommand, type Result } from './command.ts'
import { type BaselineFile, baselineFile, updateBaseline } from './lint-baseline.ts'
import { diffText } from './lint-diff.ts'
import { withReasons, writeFixes } from './lint-fixes.ts'
import { reportContextOf, reportOf, writeReports } from './lint-reports.ts'
import { inLibrary, lintRules, namedPaths, type WantedReport, wantedReports } from './lint-request.ts'
import { chosenOption, count, day, flag, text, texts, type Values } from './option.ts'

const options = {
  format: texts(
    '-f, --format <name[=file]>',
    `how findings are told: ${REPORTERS.map(({ name }) => name).join(', ')}; with =FILE into a file, several times`,
  ),
  fix: flag('--fix', 'mend what can be mended without changing what a card says'),
  unsafeFixes: flag('--unsafe-fixes', 'mend also where that may change what a card says'),
  diff: flag('--diff', 'show what --fix would change, and change nothing'),
  rule: texts('--rule <id=severity>', 'set a rule or a group (group/*) to error, warning, info or off'),
  maxWarnings: count('--max-warnings <count>', 'exit 1 when there are more warnings than that'),
  since: text('--since <revision>', 'only what touches files changed since a git revision'),
  baseline: text('--baseline <file>', 'the file of known findings, which are not told'),
  updateBaseline: flag('--update-baseline', 'write all that is found now to that file'),
  stdin: flag('--stdin', 'check standard input as the file that --stdin-filename names'),
  stdinFilename: text('--stdin-filename <path>', 'what standard input is in the library'),
  statistics: flag('--statistics', 'count the findings by rule instead of telling them'),
  today: day('--today <date>', 'the day that counts as today (default: the clock, in UTC)'),
}

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
  options,
  async run(context, args, given): Promise<Result> {
    chosenOption(given, ['updateBaseline', 'fix', 'diff'])
    chosenOption(given, ['updateBaseline', 'unsafeFixes'])
    chosenOption(given, ['stdin', 'since', 'updateBaseline'])
    chosenOption(given, ['statistics', 'diff', 'updateBaseline'])
    requireDirectory(context.settings)
    const task = await taskOf(context, args, given)
    if (given.updateBaseline) return writeBaseline(task)
    if (given.diff) return showDiff(task)
    return given.fix || given.unsafeFixes ? fixAndTell(task) : tell(task, await task.lint(task.input), 0)
  },
})

/** What is to be linted, how, and what is to become of what is found. */
interface Task {
  readonly context: Context
  readonly given: Values<typeof options>
  readonly reports: readonly WantedReport[]
  readonly baseline: BaselineFile
  /** What stands for files on disk: standard input. */
  readonly input: Overlay
  readonly scope: Scope
  /** Lints the library with some files changed. */
  lint(files: Overlay): Promise<Linted>
}

async function taskOf(
  context: Context,
  args: readonly string[],
  given: Values<typeof options>,
): Promise<Task> {
  const { settings, cwd, library } = context
  const reports = wantedReports(given.format)
  if (
    given.statistics &&
    reports.some(({ file, reporter }) => file === undefined && reporter.name !== 'pretty')
  )
    throw new CardsError(
      'usage',
      '--statistics takes the place of the report on standard output.',
      'Leave --format out, or give it a file.',
    )
  const rules = await lintRules(context, given.rule)
  const baseline = baselineFile(context, given.baseline, given.updateBaseline)
  const input = given.stdin
    ? await standardInput(context, given.stdinFilename)
    : new Map<string, Uint8Array>()
  const changes =
    given.since === undefined
      ? undefined
      : (await import('../load/earlier-files.ts')).changesSince(
          settings.dir,
          given.since,
          settings.configFile,
        )
  const isWhole =
    changes?.hasNewConfig || changes?.changed.has('venues.yaml') || changes?.changed.has('pages.yaml')
  const files = args.length === 0 ? [] : (await library.files()).map(({ path }) => path)
  const lintOptions: LintOptions = {
    ...rules,
    today: given.today ?? context.today(),
    tags: settings.tags,
    earlier: changes?.earlier,
  }
  return {
    context,
    given,
    reports,
    baseline,
    input,
    scope: scopeOf({
      ignored: settings.lint.ignore ?? [],
      paths: given.stdin ? [...input.keys()] : namedPaths(args, files, context),
      changed: isWhole ? undefined : changes?.changed,
    }),
    lint: changed => {
      const known = given.updateBaseline ? undefined : (changed.get(baseline.file) ?? baseline.bytes)
      return lintLibrary(new DirectoryLibrary(settings, cwd, new Map([...input, ...changed])), {
        ...lintOptions,
        baseline: known && { file: baseline.file, text: Buffer.from(known).toString('utf8') },
      })
    },
  }
}

async function standardInput(
  { settings, cwd, readStdin }: Context,
  name: string | undefined,
): Promise<Overlay> {
  const hint = 'For example: --stdin --stdin-filename cards/MDc4MjQ5Yj.yaml'
  if (name === undefined) throw new CardsError('usage', 'Which file is on standard input?', hint)
  const path = inLibrary(resolve(cwd, name), settings)
  if (path === undefined || !/\.ya?ml$/.test(path))
    throw new CardsError('usage', `${name} is no YAML file in the library ${settings.name}.`, hint)
  return new Map([[path, Buffer.from(await readStdin(), 'utf8')]])
}

/** Reports what is left after all else. */
function tell(task: Task, linted: Linted, fixedCount: number): Result {
  const { context, given, scope, reports } = task
  const report = reportOf(linted, scope, fixedCount)
  const exitCode = exitCodeOf(report, given.maxWarnings)
  const reportContext = reportContextOf(context, linted)
  const printed = writeReports(report, reports, context, reportContext)
  return { text: given.statistics ? statisticsText(report) : printed, exitCode }
}

function exitCodeOf({ findings }: Report, maxWarnings: number | undefined): 0 | 1 {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0
}

/** Mends what it may, under the library's lock, and reports the rest. Standard input is mended onto the output. */
async function fixAndTell(task: Task): Promise<Result> {
  const { context, input, baseline } = task
  const { dir } = context.settings
  if (input.size > 0) {
    const { before, after } = await fixedInMemory(task)
    const [[path, bytes] = ['', new Uint8Array()]] = [...input]
    const { text, exitCode } = tell(task, after.linted, after.fixed.length)
    const told = typeof text === 'string' || text instanceof Uint8Array ? String(text) : [...text].join('')
    return {
      text: after.files.get(path) ?? (before.sourceOf(path).bytes || bytes),
      complaints: [{ drawn: told }],
      exitCode,
    }
  }
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
    return {
      ...tell(task, withReasons(await task.lint(written), unwritten), fixedCount),
      complaints,
      exitCode: 1,
    }
  })
}

async function fixedInMemory({
  given,
  scope,
  input,
  lint,
}: Task): Promise<{ before: Linted; after: FixedLibrary }> {
  const before = await lint(input)
  const after = await fixLibrary(
    before,
    lint,
    finding => scope.has(finding) && (given.unsafeFixes || finding.fix?.safe === true),
  )
  return { before, after }
}

async function showDiff(task: Task): Promise<Result> {
  const { context, scope, given } = task
  const { before, after } = await fixedInMemory(task)
  const report = reportOf(after.linted, scope, 0)
  const text = diffText(
    after.files,
    path => before.sourceOf(path).bytes,
    path => context.library.location(path),
    context.terminal,
  )
  const notes = [
    `${counted(after.fixed.length, 'finding')} in ${counted(after.files.size, 'file')} would be fixed. Left: ${plainText(summaryLine(report))}`,
  ]
  return { text, notes, exitCode: after.files.size > 0 ? 1 : exitCodeOf(report, given.maxWarnings) }
}

async function writeBaseline({ context, baseline, scope, input, lint }: Task): Promise<Result> {
  if (!scope.isWhole)
    throw new CardsError('usage', 'The baseline is of the whole library.', 'Leave the paths out.')
  const written = await withLock(context.settings.dir, async () =>
    updateBaseline(baseline, await lint(input), scope),
  )
  return {
    text: '',
    notes: [`Wrote ${counted(written, 'finding')} to ${context.library.location(baseline.file)}.`],
    exitCode: 0,
  }
}

/** A row for each rule that found something, and the summary. */
function statisticsText(report: Report): string {
  const counts = ruleCounts(report)
  const width = Math.max(0, ...counts.map(({ count: found }) => grouped(found).length))
  const names = Math.max(0, ...counts.map(({ rule }) => rule.length))
  const rows = counts.map(
    ({ rule, count: found, fixable, summary }) =>
      `${grouped(found).padStart(width)}  ${rule.padEnd(names)}  ${summary}${fixable > 0 ? ` (${grouped(fixable)} fixable)` : ''}\n`,
  )
  return `${rows.join('')}${plainText(summaryLine(report))}\n`
}

function plainText(spans: readonly Span[]): string {
  return spans.map(span => span.text).join('')
}
