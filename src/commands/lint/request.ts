import { relative, resolve } from 'node:path'
import { type BaselineFile, baselineFile } from '../../lint/baseline-file.ts'
import type { Reporter } from '../../lint/report.ts'
import { REPORTERS } from '../../lint/reporters/index.ts'
import type { RuleChoice } from '../../lint/rule-settings.ts'
import { isAtOrBelow } from '../../lint/scope.ts'
import { toSlashes } from '../../load/library-path.ts'
import type { Settings } from '../../load/settings.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { globs } from '../../model/glob.ts'
import { isBelow } from '../../model/is-below.ts'
import type { Context } from '../command.ts'

/** One report: in which form, and into which file; undefined for standard output. */
export interface WantedReport {
  readonly reporter: Reporter
  readonly file: string | undefined
}

/**
 * What `--format` asks for: names, each with `=FILE` for a file, of which one at most goes to standard output.
 * @throws CardsError `usage`
 */
export function wantedReports(formats: readonly string[]): WantedReport[] {
  const wanted = formats.map(format => {
    const [name = '', ...file] = format.split('=')
    if (file.length > 0 && file.join('=') === '')
      throw new CardsError(
        'usage',
        `--format ${format} names no file.`,
        `For example: --format ${name}=lint.${name}`,
      )
    return { reporter: reporterNamed(name), file: file.length === 0 ? undefined : file.join('=') }
  })
  const printed = wanted.filter(({ file }) => file === undefined)
  if (printed.length > 1)
    throw new CardsError(
      'usage',
      `Only one report can go to standard output, not ${printed.map(({ reporter }) => reporter.name).join(' and ')}.`,
      `Give the others files: --format ${printed[1]?.reporter.name}=FILE`,
    )
  return printed.length === 1 ? wanted : [...wanted, { reporter: reporterNamed('pretty'), file: undefined }]
}

function reporterNamed(name: string): Reporter {
  const found = REPORTERS.find(reporter => reporter.name === name)
  if (found) return found
  const names = REPORTERS.map(reporter => reporter.name)
  const hint = didYouMean(name, names, `The formats are ${names.join(', ')}.`)
  throw new CardsError('usage', `There is no format \`${name}\` for findings.`, hint)
}

/**
 * What `--rule` says: rules or groups with their severities, `id=severity`.
 * @throws CardsError `usage` for one without a severity
 */
export function ruleChoices(flags: readonly string[]): RuleChoice[] {
  return flags.map(flag => {
    const at = flag.indexOf('=')
    if (at >= 0) return [flag.slice(0, at), flag.slice(at + 1)]
    throw new CardsError(
      'usage',
      `--rule takes a rule and its severity, not \`${flag}\`.`,
      'For example: --rule text/summary=off',
    )
  })
}

/**
 * The baseline, as `--baseline` or the config has it.
 * @param isToBeWritten whether it need not be there yet
 * @throws CardsError `io` for one that is named and not there; what `baselineFile` throws
 */
export function wantedBaseline(
  context: Pick<Context, 'settings' | 'cwd'>,
  named: string | undefined,
  isToBeWritten: boolean,
): BaselineFile {
  const baseline = baselineFile(context, named)
  if (named === undefined || named === 'none' || baseline.bytes !== undefined || isToBeWritten)
    return baseline
  throw new CardsError(
    'io',
    `The baseline ${baseline.name} cannot be read.`,
    'Check its path, or write it with --update-baseline.',
  )
}

/**
 * The paths of a command line, relative to the library.
 * @param files every file of the library
 * @throws CardsError `io` for a path that no file is at or below, or only such as the config ignores
 */
export function namedPaths(
  args: readonly string[],
  files: readonly string[],
  { settings, cwd }: Pick<Context, 'settings' | 'cwd'>,
): string[] {
  const isIgnored = globs(settings.lint.ignore ?? [])
  return args.map(arg => {
    const path = inLibrary(resolve(cwd, arg), settings)
    const named = path === undefined ? [] : files.filter(file => isAtOrBelow(file, path))
    // An empty library is told of as such.
    if (path === undefined || (named.length === 0 && path !== ''))
      throw new CardsError(
        'io',
        `${arg} is no file of the library ${settings.name}.`,
        'Name its files or folders; without any, all are checked.',
      )
    if (named.length > 0 && named.every(isIgnored))
      throw new CardsError(
        'io',
        `${arg} is not checked: \`lint.ignore\` in the config takes it out.`,
        'Leave it out, or change the config.',
      )
    return path
  })
}

/** An absolute path relative to the library, with forward slashes; `''` for one that has all of it; else undefined. */
export function inLibrary(path: string, { dir }: Settings): string | undefined {
  const below = relative(dir, path)
  if (below === '' || isBelow(relative(path, dir))) return ''
  return isBelow(below) ? toSlashes(below) : undefined
}
