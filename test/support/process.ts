import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The executable, as users run it. */
export const CARDS = fileURLToPath(new URL('../../bin/cards.cjs', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

export interface ProcessOutcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

export interface ProcessOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
}

/** An environment without what would decide colour or width. */
function environment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, TERM: 'xterm-256color', ...env }
}

/** Runs the built program as a process of its own. */
export function cards(
  args: readonly string[],
  { cwd = root, env, stdin = '' }: ProcessOptions = {},
): ProcessOutcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CARDS, ...args], {
    cwd,
    env: environment(env),
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  })
  return { stdout, stderr, exitCode: status }
}

/** Runs the built program in a pseudo-terminal of the given width. What it writes to both outputs comes back as one. */
export function cardsInTerminal(
  args: readonly string[],
  columns: number,
  { cwd = root, env }: ProcessOptions = {},
): ProcessOutcome {
  const quoted = [process.execPath, CARDS, ...args].map(arg => `'${arg.replaceAll("'", "'\\''")}'`).join(' ')
  const { stdout, stderr, status } = spawnSync(
    'script',
    ['-qec', `stty cols ${columns} rows 50; ${quoted}`, '/dev/null'],
    {
      cwd,
      env: environment(env),
      encoding: 'utf8',
    },
  )
  return { stdout: stdout.replaceAll('\r\n', '\n'), stderr, exitCode: status }
}

/** Whether this system has util-linux's `script`, which makes pseudo-terminals. */
export const hasPseudoTerminals =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

/** Runs a shell line with `cards` in it. */
export function shell(line: string, { cwd = root, env }: ProcessOptions = {}): ProcessOutcome {
  const script = `cards() { '${process.execPath}' '${CARDS}' "$@"; }\n${line}`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
  })
  return { stdout, stderr, exitCode: status }
}

/** Starts the built program without waiting for it. */
export function start(args: readonly string[], { cwd = root, env }: ProcessOptions = {}) {
  return spawn(process.execPath, [CARDS, ...args], { cwd, env: environment(env) })
}
