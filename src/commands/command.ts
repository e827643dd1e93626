import type { ListedLibrary } from '../load/listed-library.ts'
import type { WorkingLibrary } from '../load/open-library.ts'
import type { Settings } from '../load/settings.ts'
import type { StartHelpers } from '../model/helper.ts'
import type { Library } from '../model/library.ts'
import type { Terminal } from '../render/theme.ts'
import type { Options, Values } from './option.ts'
import type { Drawing, Prompts } from './prompts.ts'

/** What a command has to work with: no process and no flags. Only commands that write go by `settings`. */
export interface Context {
  readonly library: Library
  readonly settings: Settings
  /** How standard output can be drawn on. */
  readonly terminal: Terminal
  /** Whether standard output is a terminal: only then is output laid out for people. */
  readonly isTerminal: boolean
  /** How standard error can be drawn on. */
  readonly errorTerminal: Terminal
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The system, as Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** Of this program. */
  readonly version: string
  /** The date of today, as `YYYY-MM-DD`: what `--today` says, else the clock in UTC. */
  today(): string
  /** The date and time in UTC, as `YYYY-MM-DDTHH:MM:SSZ`: the clock, or the start of the day that `--today` says. */
  now(): string
  /** Standard input to its end. */
  readStdin(): Promise<Uint8Array>
  /** Questions to the person at the terminal; undefined when there is none, as in scripts and with `--quiet`. */
  prompts(): Promise<Prompts | undefined>
  /**
   * Runs a program on the terminal until it ends, as an editor.
   * @param command its words: a program and its arguments
   * @returns its exit code
   */
  runProgram(command: readonly string[]): Promise<number>
  /** The library as it is on disk now, whatever `library` has read before; some files may hold something else. */
  openLibrary(files?: ReadonlyMap<string, Uint8Array>): WorkingLibrary
  /** The files of the library as it is, of which nothing has been read. */
  listed(): Promise<ListedLibrary>
  /** Opens an http or https address in the user's browser. */
  openBrowser(url: string): Promise<void>
  /** Starts threads that help with long work; undefined where there are none. */
  readonly startHelpers: StartHelpers | undefined
  /** Shows how far long work has come; only a terminal gets to see it. */
  progress(text: string): void
}

/** What a command answers. */
export interface Result {
  /** For standard output: whole, or in chunks of whole lines where there is much of it. */
  readonly text: string | Uint8Array | Iterable<string>
  /**
   * Whether the text and what is drawn are reports, which may hold commands for a runner of GitHub Actions, and no
   * others; all other text is printed without any, and bytes as they are.
   */
  readonly isReport?: boolean
  /** For standard error: what is worth knowing beside the result. Left out with `--quiet`. */
  readonly notes?: readonly string[]
  /** For standard error: what went wrong; shown also with `--quiet`. */
  readonly complaints?: readonly (string | Drawing)[]
  /** 0: done; 1: the answer is no. */
  readonly exitCode: 0 | 1
}

/** A subcommand: what it takes, what it says in its help, and what it does. */
export interface Command<O extends Options = Options> {
  /** Its arguments as the help shows them, such as `<ref...>`. */
  readonly usage: string
  /** What it does, in a paragraph for its help. */
  readonly description: string
  /** Commands to try, with what each does. */
  readonly examples: readonly (readonly [command: string, meaning: string])[]
  readonly options: O
  /** Whether an argument such as `-draft` is a query's negative term. */
  readonly takesQuery?: boolean
  run(context: Context, args: readonly string[], options: Values<O>): Promise<Result>
}

/** Fixes the option types of a command where it is defined. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command
}
