import type { Context, Result } from '../commands/command.ts'
import { CacheFolder } from '../disk/cache-folder.ts'
import { DirectoryLibrary } from '../load/directory-library.ts'
import { textHash } from '../load/memo/text-hash.ts'
import { type Keeping, openLibrary, type WorkingLibrary } from '../load/open-library.ts'
import { CardsError, type ErrorCode } from '../model/errors.ts'
import { neutralText } from '../model/neutral.ts'
import { isInActions } from '../model/runner-command.ts'
import { readableWidth } from '../render/readable-width.ts'
import type { Style } from '../render/span.ts'
import { paint, type Terminal, terminalOf } from '../render/theme.ts'
import { hangingLines } from '../render/wrap.ts'
import { BUILD_ID } from './build-id.ts'
import { cacheRoot } from './cache-root.ts'
import type { Io, Output } from './io.ts'
import { OutputForRunner } from './output-for-runner.ts'
import { type HelpStyle, readArguments, type Shared } from './program.ts'
import { ProgressLine } from './progress-line.ts'
import { type ColorChoice, colorChoice } from './shared-options.ts'
import { VERSION } from './version.generated.ts'

/** 0: done, clean. 1: the answer is no. 2: could not do it. */
export type ExitCode = 0 | 1 | 2

/**
 * The whole program: reads the arguments, runs the command, prints what it answers.
 * @param argv the arguments alone, without program and script
 */
export async function run(argv: readonly string[], plainIo: Io): Promise<ExitCode> {
  const io = isInActions(plainIo.env) ? withoutCommands(plainIo) : plainIo
  let progress: ProgressLine | undefined
  try {
    const invocation = await readArguments(argv, VERSION, helpStyle(io, argv))
    if (invocation.kind === 'print') {
      await io.stdout.write(invocation.text)
      return 0
    }
    const { command, args, options, shared } = invocation
    progress = new ProgressLine(io, shared.quiet)
    const { context, library } = await contextOf(io, shared, progress)
    const result = await command.run(context, args, options)
    progress.clear()
    const exitCode = await print(result, io, result.isReport ? plainIo : io, shared, context.errorTerminal)
    await library.keep()
    return exitCode
  } catch (error) {
    progress?.clear()
    if (!(error instanceof CardsError)) throw error
    await io.stderr.write(errorText(error, io, terminal(io, io.stderr, wantedColor(argv))))
    return error.code === 'no' || error.code === 'cancelled' ? 1 : 2
  }
}

/** Outputs that keep what cards say from acting on a runner of GitHub Actions. */
function withoutCommands(io: Io): Io {
  return { ...io, stdout: new OutputForRunner(io.stdout), stderr: new OutputForRunner(io.stderr) }
}

async function contextOf(
  io: Io,
  shared: Shared,
  progress: ProgressLine,
): Promise<{ context: Context; library: WorkingLibrary }> {
  const color = colorChoice(shared.color)
  const whereabouts = {
    cwd: io.cwd,
    dir: shared.dir ?? (io.env.CARDS_DIR || undefined),
    config: shared.config,
  }
  const library = await openLibrary(whereabouts, keeping(io, shared))
  const { settings } = library
  const errorTerminal = terminal(io, io.stderr, color)
  const context: Context = {
    library,
    listed: () => library.listed(),
    startHelpers: io.startHelpers,
    openLibrary: files => new DirectoryLibrary(settings, io.cwd, files),
    settings,
    terminal: terminal(io, io.stdout, color),
    isTerminal: io.stdout.isTTY,
    errorTerminal,
    cwd: io.cwd,
    env: io.env,
    platform: io.platform,
    version: VERSION,
    today: () => shared.today ?? io.now().slice(0, 10),
    now: () => (shared.today === undefined ? io.now() : `${shared.today}T00:00:00Z`),
    prompts: async () => {
      progress.clear()
      return shared.quiet ? undefined : io.prompts(errorTerminal.color > 0)
    },
    runProgram: command => io.runProgram(command),
    readStdin: () => io.readStdin(),
    openBrowser: url => io.openBrowser(url),
    progress: text => progress.show(text),
  }
  return { context, library }
}

/** How what is found in a library is kept; undefined with `--no-cache`, or where there is no place for it. */
function keeping({ env, cwd, platform, now }: Io, { noCache }: Shared): Keeping | undefined {
  const root = noCache ? undefined : cacheRoot(env, cwd, platform)
  if (root === undefined) return undefined
  return {
    version: `${VERSION} ${BUILD_ID}`,
    // The clock in whole seconds is never ahead.
    now: () => Date.parse(now()),
    cacheFor: dir => new CacheFolder(root, folderName(dir)),
  }
}

/** Two hashes make a name for a library's folder that no other has by chance. */
function folderName(dir: string): string {
  const half = (text: string) => textHash(text).toString(16).padStart(8, '0')
  return half(dir) + half(`${dir} again`)
}

function terminal(io: Io, output: Output, color: ColorChoice): Terminal {
  return terminalOf({
    isTTY: output.isTTY,
    columns: output.columns,
    env: io.env,
    color,
    platform: io.platform,
  })
}

const CHANGED =
  'Some lines, which GitHub Actions would have acted on, were changed. Into a file they go as they are: > FILE.'

/**
 * Results go to standard output, all else to standard error. Nobody reading any more is no failure.
 * @param drawn where text and drawings go
 */
async function print(result: Result, io: Io, drawn: Io, shared: Shared, errors: Terminal): Promise<ExitCode> {
  const isRead = await written(result.text, drawn.stdout)
  const isChanged = drawn.stdout instanceof OutputForRunner && drawn.stdout.hasChanged
  // Who has left does not want to know what is worth knowing beside.
  const isQuiet = shared.quiet || !isRead
  const notes = isQuiet ? [] : [...(result.notes ?? []), ...(isChanged ? [CHANGED] : [])]
  for (const note of notes) await io.stderr.write(remark(note, ['muted'], io, errors))
  for (const complaint of result.complaints ?? [])
    if (typeof complaint === 'string') await io.stderr.write(remark(complaint, [], io, errors))
    else await drawn.stderr.write(complaint.drawn)
  return result.exitCode
}

/** Writes a result, and says whether somebody has read it to its end. */
async function written(text: Result['text'], output: Output): Promise<boolean> {
  if (typeof text === 'string' || text instanceof Uint8Array)
    return text.length === 0 || (await output.write(text))
  for (const chunk of text) if (!(await output.write(chunk))) return false
  return true
}

/** A remark for standard error. */
function remark(text: string, styles: readonly Style[], io: Io, terminal: Terminal): string {
  return remarkLines(text, io, terminal)
    .map(line => `${paint([{ text: line, styles }], terminal)}\n`)
    .join('')
}

/** The lines of a remark, wrapped on a terminal; what is indented is laid out already. */
function remarkLines(text: string, { stderr }: Io, terminal: Terminal): string[] {
  const lines = text.split('\n')
  if (!stderr.isTTY) return lines
  return lines.flatMap(line => (line.startsWith(' ') ? line : hangingLines(line, terminal.columns)))
}

/** What to do about a failure that happens below the command line, which alone knows the names of its options. */
const HINTS: Partial<Readonly<Record<ErrorCode, string>>> = {
  'no-library': 'Name one with --dir DIR or CARDS_DIR, or make one with `cards init`.',
  config: 'Check the path after --config.',
}

/** An error as people read it: what happened and where, then what to do next. Their own no is none. */
function errorText(error: CardsError, io: Io, terminal: Terminal): string {
  if (error.code === 'cancelled') return remark(neutralText(error.message), ['muted'], io, terminal)
  const [first = '', ...others] = remarkLines(`error: ${sentence(neutralText(error.message))}`, io, terminal)
  const next = error.hint ?? HINTS[error.code]
  const hint = next === undefined ? [] : remarkLines(neutralText(next), io, terminal)
  return [
    paint([{ text: 'error:', styles: ['error'] }, { text: first.slice('error:'.length) }], terminal),
    ...others,
    ...hint.map(line => paint([{ text: line, styles: ['muted'] }], terminal)),
  ]
    .map(line => `${line}\n`)
    .join('')
}

/** The first line with a capital and a full stop, unless it starts with a name, such as `author:`. */
function sentence(message: string): string {
  const [first = '', ...others] = message.split('\n')
  const capital = /^[a-z]+ /.test(first) ? first.charAt(0).toUpperCase() + first.slice(1) : first
  return [/[.?!:]$/.test(capital) ? capital : `${capital}.`, ...others].join('\n')
}

/** What `--color` says, for help and for errors in the arguments, which come before they are read. */
function wantedColor(argv: readonly string[]): ColorChoice {
  const given = argv.flatMap((arg, i) =>
    arg === '--color' ? (argv[i + 1] ?? []) : (/^--color=(.*)$/.exec(arg)?.[1] ?? []),
  )
  const last = given.at(-1)
  return last === 'always' || last === 'never' ? last : 'auto'
}

function helpStyle(io: Io, argv: readonly string[]): HelpStyle {
  const help = terminal(io, io.stdout, wantedColor(argv))
  return {
    columns: readableWidth(help),
    title: text => paint([{ text, styles: ['heading'] }], help),
    term: text => paint([{ text, styles: ['id'] }], help),
  }
}
