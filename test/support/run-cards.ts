import { fileURLToPath } from 'node:url'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'
import type { Prompts } from '../../src/commands/prompts.ts'

/** The sample library. */
export const SAMPLE = fileURLToPath(new URL('../../cards', import.meta.url))

/** What a run of the program said and did. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
  /** The addresses that it opened. */
  readonly opened: readonly string[]
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Columns of the terminal that both outputs are; none when they are pipes. */
  readonly columns?: number
  readonly stdin?: string | Uint8Array
  /** Whether standard output goes into a file: `> FILE`. */
  readonly isFile?: boolean
  /** How many chunks standard output takes before its reader leaves. */
  readonly readerLeavesAfter?: number
  /** The person at the terminal; nobody when left out. */
  readonly prompts?: Prompts
  /** What stands for the programs that it starts, such as an editor; gives the exit code. */
  readonly runProgram?: (command: readonly string[]) => number | Promise<number>
  /** The date and time in UTC, as `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now?: string
  /** Milliseconds that each look at the clock takes. */
  readonly slowness?: number
}

/** Runs the whole program in this process, with a world of its own. */
export async function runCards(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const {
    cwd = fileURLToPath(new URL('../..', import.meta.url)),
    env = {},
    columns,
    stdin = '',
  } = surroundings
  const written = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] }
  const opened: string[] = []
  let clock = 0
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: columns !== undefined,
    columns,
    isFile: name === 'stdout' && surroundings.isFile === true,
    write: async (chunk: string | Uint8Array) => {
      if (
        name === 'stdout' &&
        written.stdout.length >= (surroundings.readerLeavesAfter ?? Number.POSITIVE_INFINITY)
      )
        return false
      written[name].push(Buffer.from(chunk))
      return true
    },
  })
  const io: Io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: async () => Buffer.from(stdin),
    env,
    cwd,
    platform: 'linux',
    prompts: async () => surroundings.prompts,
    now: () => surroundings.now ?? '2026-06-15T12:00:00Z',
    elapsed: () => (clock += surroundings.slowness ?? 0),
    every: () => () => {},
    openBrowser: async url => {
      opened.push(url)
    },
    runProgram: async command => (await surroundings.runProgram?.(command)) ?? 0,
  }
  const exitCode = await run(args, io)
  const text = (name: 'stdout' | 'stderr') => Buffer.concat(written[name]).toString('utf8')
  return { stdout: text('stdout'), stderr: text('stderr'), exitCode, opened }
}
