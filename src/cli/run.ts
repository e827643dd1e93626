import type { Context, Result } from '../commands/command.ts'
import { DirectoryLibrary } from '../load/directory-library.ts'
import { findSettings } from '../load/settings.ts'
import { CardsError } from '../model/errors.ts'
import { neutralText } from '../render/neutral.ts'
import { paint, type Terminal, terminalOf } from '../render/theme.ts'
import type { Io, Output } from './io.ts'
import { type HelpStyle, readArguments, type Shared } from './program.ts'
import { ProgressLine } from './progress-line.ts'
import { colorChoice } from './shared-options.ts'
import { VERSION } from './version.ts'

/** 0: done, clean. 1: the answer is no. 2: could not do it. */
export type ExitCode = 0 | 1 | 2

/**
 * The whole program: reads the arguments, runs the command, prints what it answers.
 * @param argv the arguments alone, without program and script
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const invocation = await readArguments(argv, VERSION, helpStyle(io))
    if (invocation.kind === 'print') {
      await io.stdout.write(invocation.text)
      return 0
    }
    const { command, args, options, shared } = invocation
    const progress = new ProgressLine(io, shared.quiet)
    const context = await contextOf(io, shared, progress)
    const result = await command.run(context, args, options)
    progress.clear()
    return await print(result, io, shared, context.errorTerminal)
  } catch (error) {
    if (!(error instanceof CardsError)) throw error
    await io.stderr.write(errorText(error, terminal(io, io.stderr, 'auto')))
    return error.code === 'no' ? 1 : 2
  }
}

async function contextOf(io: Io, shared: Shared, progress: ProgressLine): Promise<Context> {
  const color = colorChoice(shared.color)
  const settings = await findSettings({
    cwd: io.cwd,
    dir: shared.dir ?? (io.env.CARDS_DIR || undefined),
    config: shared.config,
  })
  return {
    library: new DirectoryLibrary(settings, io.cwd),
    settings,
    terminal: terminal(io, io.stdout, color),
    isTerminal: io.stdout.isTTY,
    errorTerminal: terminal(io, io.stderr, color),
    cwd: io.cwd,
    readStdin: () => io.readStdin(),
    openBrowser: url => io.openBrowser(url),
    progress: text => progress.show(text),
  }
}

function terminal(io: Io, output: Output, color: ReturnType<typeof colorChoice>): Terminal {
  return terminalOf({
    isTTY: output.isTTY,
    columns: output.columns,
    env: io.env,
    color,
    platform: io.platform,
  })
}

/** Results go to standard output, all else to standard error. Nobody reading any more is no failure. */
async function print(result: Result, io: Io, shared: Shared, errors: Terminal): Promise<ExitCode> {
  const { text } = result
  if (typeof text === 'string' || text instanceof Uint8Array) {
    if (text.length > 0) await io.stdout.write(text)
  } else {
    for (const chunk of text) if (!(await io.stdout.write(chunk))) break
  }
  const notes = shared.quiet ? [] : (result.notes ?? [])
  for (const note of notes) await io.stderr.write(`${paint([{ text: note, styles: ['muted'] }], errors)}\n`)
  for (const complaint of result.complaints ?? []) await io.stderr.write(`${complaint}\n`)
  return result.exitCode
}

/** An error as people read it: what happened and where, then what to do next. */
function errorText(error: CardsError, terminal: Terminal): string {
  const message = paint(
    [{ text: 'error:', styles: ['error'] }, { text: ` ${sentence(neutralText(error.message))}` }],
    terminal,
  )
  if (error.hint === undefined) return `${message}\n`
  return `${message}\n${paint([{ text: neutralText(error.hint), styles: ['muted'] }], terminal)}\n`
}

/** The first line with a capital and a full stop, unless it starts with a name, such as `author:`. */
function sentence(message: string): string {
  const [first = '', ...others] = message.split('\n')
  const capital = /^[a-z]+ /.test(first) ? first.charAt(0).toUpperCase() + first.slice(1) : first
  return [/[.?!:]$/.test(capital) ? capital : `${capital}.`, ...others].join('\n')
}

function helpStyle(io: Io): HelpStyle {
  const help = terminal(io, io.stdout, 'auto')
  return {
    columns: Math.min(help.columns, 100),
    title: text => paint([{ text, styles: ['heading'] }], help),
    term: text => paint([{ text, styles: ['id'] }], help),
  }
}
