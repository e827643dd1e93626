import { resolve } from 'node:path'
import type { BaselineFile } from '../../lint/baseline-file.ts'
import { baselineText } from '../../lint/baseline-text.ts'
import type { ConfiguredRules } from '../../lint/configured-rules.ts'
import type { Linted } from '../../lint/lint.ts'
import { LintMemo } from '../../lint/lint-memo.ts'
import type { Outcome } from '../../lint/outcome.ts'
import { knownOutcome } from '../../lint/outcome-memo.ts'
import { REPORTERS } from '../../lint/reporters/index.ts'
import { type RuleChoice, settingsFingerprint } from '../../lint/rule-settings.ts'
import { type Scope, scopeOf } from '../../lint/scope.ts'
import type { Overlay } from '../../load/library-files.ts'
import type { ListedLibrary } from '../../load/listed-library.ts'
import { CardsError } from '../../model/errors.ts'
import { compareText } from '../../model/order.ts'
import type { Context } from '../command.ts'
import { chosenOption, count, flag, path, text, texts, type Values } from '../option.ts'
import {
  inLibrary,
  namedPaths,
  ruleChoices,
  type WantedReport,
  wantedBaseline,
  wantedReports,
} from './request.ts'

/** What `cards lint` can be told. */
export const lintOptions = {
  format: texts(
    '-f, --format <name[=file]>',
    `how findings are told: ${REPORTERS.map(({ name }) => name).join(', ')}; with =FILE into a file, several times`,
    { splits: false },
  ),
  fix: flag('--fix', 'mend what can be mended without changing what a card says'),
  unsafeFixes: flag('--unsafe-fixes', 'mend also where that may change what a card says'),
  diff: flag('--diff', 'show what --fix would change, and change nothing'),
  rule: texts('--rule <id=severity>', 'set a rule or a group (group/*) to error, warning, info or off'),
  maxWarnings: count('--max-warnings <count>', 'exit 1 when there are more warnings than that'),
  since: text('--since <revision>', 'only what touches files changed since a git revision'),
  baseline: path('--baseline <file>', 'the file of known findings, which are not told; none for none'),
  updateBaseline: flag('--update-baseline', 'write all that is found now to that file'),
  stdin: flag('--stdin', 'check standard input as the file that --stdin-filename names'),
  stdinFilename: path('--stdin-filename <path>', 'what standard input is in the library'),
  statistics: flag('--statistics', 'count the findings by rule instead of telling them'),
}

/** What is to be linted, how, and what is to become of what is found. */
export interface LintTask {
  readonly context: Context
  readonly does: 'tell' | 'fix' | 'diff' | 'update-baseline'
  /** Whether fixes that may change what a card says are wanted too. */
  readonly isUnsafe: boolean
  readonly maxWarnings: number | undefined
  readonly isCount: boolean
  readonly reports: readonly WantedReport[]
  readonly baseline: BaselineFile
  /** What stands for files on disk: standard input. */
  readonly input: Overlay
  readonly scope: Scope
  /** What would come of it, if that is known because nothing has changed. */
  readonly known: Outcome | undefined
  /** Lints the library with some files changed. */
  lint(files: Overlay): Promise<Linted>
}

type Given = Values<typeof lintOptions>

/**
 * Resolves what the command line asks for.
 * @throws CardsError for what makes no sense, is not there or would do nothing
 */
export async function lintTask(context: Context, args: readonly string[], given: Given): Promise<LintTask> {
  refuseNeedless(args, given)
  const { settings, openLibrary } = context
  const reports = wantedReports(given.format)
  const does = given.updateBaseline
    ? 'update-baseline'
    : given.diff
      ? 'diff'
      : given.fix || given.unsafeFixes
        ? 'fix'
        : 'tell'
  const baseline = wantedBaseline(context, given.baseline, given.updateBaseline)
  const input = given.stdin ? await standardInput(context, given.stdinFilename) : new Map()
  const choices = ruleChoices(given.rule)
  // What is to be written is read again, when the library is locked.
  const isAsListed = does === 'tell' && !given.stdin
  const memo = isAsListed ? await openMemo(context, choices) : undefined
  const known =
    memo && given.since === undefined
      ? knownOutcome(await context.listed(), memo, {
          today: context.today(),
          baseline: baselineText(baseline),
        })
      : undefined
  // What has found something before makes sense.
  const rules = known ? undefined : await runningRules(context, choices)
  const needsFiles = args.length > 0 || given.since !== undefined
  const files = needsFiles ? await pathsIn(await context.listed()) : []
  const changes = await changesOf(context, files, given.since)
  return {
    context,
    does,
    isUnsafe: given.unsafeFixes,
    maxWarnings: given.maxWarnings,
    isCount: given.statistics,
    reports,
    baseline,
    input,
    scope: scopeOf({
      ignored: settings.lint.ignore ?? [],
      paths: given.stdin ? [...input.keys()] : namedPaths(args, files, context),
      changed: changes?.isWhole ? undefined : changes?.changed,
    }),
    known,
    lint: async changed => {
      const { uncheckedLibrary } = await import('../../load/unchecked-library.ts')
      const { lintConfigured } = await import('../../lint/lint-configured.ts')
      const overlay = new Map([...input, ...changed])
      const isAsRead = overlay.size === 0 && does === 'tell'
      const listed = await (isAsRead ? context : openLibrary(overlay)).listed()
      const { file } = baseline
      const known = given.updateBaseline ? undefined : (changed.get(file) ?? baseline.bytes)
      return lintConfigured(await uncheckedLibrary(listed), settings, {
        rules: rules ?? (await runningRules(context, choices)),
        memo: isAsRead ? memo : undefined,
        today: context.today(),
        // They read what is on disk.
        startHelpers: overlay.size === 0 ? context.startHelpers : undefined,
        earlier: changes?.earlier,
        baseline: { file, bytes: known },
      })
    },
  }
}

/** What is kept of the library by the same settings, whether they make sense or not. */
async function openMemo(
  { settings, listed }: Context,
  choices: readonly RuleChoice[],
): Promise<LintMemo | undefined> {
  const { lint, tags } = settings
  return LintMemo.open(await listed(), { fingerprint: settingsFingerprint(lint, choices), tags })
}

/** @throws CardsError for settings that make no sense, and when no rule is on */
async function runningRules(context: Context, choices: readonly RuleChoice[]): Promise<ConfiguredRules> {
  // To tell what is known already, none is needed.
  const { configuredRules } = await import('../../lint/configured-rules.ts')
  const rules = await configuredRules(context, choices)
  if (rules.isAnyOn) return rules
  throw new CardsError(
    'usage',
    'No rule is on, so there is nothing to check.',
    'Turn one on with --rule ID=error, or in the config.',
  )
}

async function pathsIn(library: ListedLibrary): Promise<string[]> {
  const { uncheckedLibrary } = await import('../../load/unchecked-library.ts')
  const { files, registries } = await uncheckedLibrary(library)
  return [...files.paths, ...registries.map(({ path }) => path)].sort(compareText)
}

/** Refuses options that would do nothing beside others. */
function refuseNeedless(args: readonly string[], given: Given): void {
  chosenOption(given, ['stdin', 'since', 'updateBaseline'])
  chosenOption(given, ['statistics', 'diff', 'updateBaseline'])
  for (const name of ['fix', 'unsafeFixes', 'format', 'maxWarnings'] as const)
    chosenOption(given, ['updateBaseline', name])
  chosenOption(given, ['diff', 'format'])
  if (given.stdinFilename !== undefined && !given.stdin)
    throw new CardsError(
      'usage',
      '--stdin-filename says what --stdin is, which is not given.',
      'Add --stdin, or name the path alone.',
    )
  if (given.stdin && args.length > 0)
    throw new CardsError(
      'usage',
      `With --stdin no path is checked, so not ${args[0]} either.`,
      'Leave one of them out.',
    )
  const printed = given.format.find(format => !format.includes('='))
  if (given.statistics && printed !== undefined && printed !== 'pretty')
    throw new CardsError(
      'usage',
      '--statistics takes the place of the report on standard output.',
      `Leave --format out, or give it a file: --format ${printed}=FILE`,
    )
}

async function changesOf({ settings, env }: Context, files: readonly string[], since: string | undefined) {
  if (since === undefined) return undefined
  const { changesSince } = await import('../../load/earlier-files.ts')
  const { dir, configFile } = settings
  const changes = changesSince({ dir, configFile, files, env }, since)
  const { changed, hasNewConfig } = changes
  return { ...changes, isWhole: hasNewConfig || changed.has('venues.yaml') || changed.has('pages.yaml') }
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
  return new Map([[path, await readStdin()]])
}
