import { fstatSync, writeSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { browserCommand } from './cli/browser-command.ts'
import type { Io, Output } from './cli/io.ts'
import { run } from './cli/run.ts'
import { CardsError } from './model/errors.ts'
import type { Helper } from './model/helper.ts'
import { ioCode, ioError } from './model/io-error.ts'

/**
 * The only place that touches the process: builds the program's Io, runs it, sets the exit code. When it is done, all
 * that was written has arrived.
 */
export async function main(argv = process.argv.slice(2)): Promise<void> {
  if (argv[0] === HELPER && (await isHelper())) return help()
  const stderr = outputTo(2)
  try {
    process.exitCode = await run(argv, processIo(stderr))
  } catch (error) {
    const isKnown = error instanceof CardsError
    const lines = isKnown
      ? [`error: ${error.message}`, error.hint ?? '']
      : [error instanceof Error ? (error.stack ?? error.message) : String(error), BUG]
    await stderr.write(`${lines.join('\n')}\n`)
    process.exitCode = 2
  }
}

/** What a thread that helps is started with: who gives that to a program of its own is told that it is no command. */
const HELPER = 'helper'

async function isHelper(): Promise<boolean> {
  return !(await import('node:worker_threads')).isMainThread
}

/** Does what is asked for by the thread that started this one, until it ends it. */
async function help(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads')
  const { helperWork } = await import('./cli/helper-work.ts')
  const work = await helperWork(workerData)
  // One after the other: a part that waits for a module does not let the next one pass.
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (part: unknown) => {
    last = last.then(async () => parentPort.postMessage(await work(part)))
  })
  await new Promise(() => {})
}

/** More helpers than that have nothing to do, as files are read from one disk. */
const MOST_HELPERS = 3

async function startHelpers(work: unknown): Promise<Helper[]> {
  const { availableParallelism } = await import('node:os')
  const { Worker } = await import('node:worker_threads')
  const program = process.argv[1]
  if (program === undefined) return []
  const count = Math.min(MOST_HELPERS, availableParallelism() - 1)
  return Array.from({ length: count }, () =>
    helperIn(new Worker(program, { argv: [HELPER], workerData: work })),
  )
}

function helperIn(worker: Worker): Helper {
  const waiting: { resolve: (result: unknown) => void; reject: (reason: unknown) => void }[] = []
  let problem: unknown
  const fail = (reason: unknown) => {
    problem ??= reason
    for (const { reject } of waiting.splice(0)) reject(problem)
  }
  worker.on('message', result => waiting.shift()?.resolve(result))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The thread has ended.')))
  return {
    do: part =>
      new Promise((resolve, reject) => {
        if (problem !== undefined) return reject(problem)
        waiting.push({ resolve, reject })
        worker.postMessage(part)
      }),
    end: () => void worker.terminate(),
  }
}

const BUG = 'This is a bug in source-cards. Please report it with the lines above.'

function workingDirectory(): string {
  try {
    return process.cwd()
  } catch {
    throw new CardsError('io', 'The working directory is gone.', 'Change to one that is there.')
  }
}

function processIo(stderr: Output): Io {
  return {
    stdout: outputTo(1),
    stderr,
    readStdin,
    env: process.env,
    cwd: workingDirectory(),
    platform: process.platform,
    prompts,
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    // The clock that costs no module to load.
    elapsed: () => process.uptime() * 1000,
    every,
    startHelpers,
    openBrowser,
    runProgram,
  }
}

/**
 * An output of the process. Node's own streams take longer to load than most commands to run, so a file or a pipe is
 * written without them; only a terminal needs one, which knows its width.
 */
function outputTo(fd: 1 | 2): Output {
  const kind = fstatSync(fd)
  const isPlain = kind.isFile() || kind.isFIFO() || kind.isSocket() || kind.rdev === NULL_DEVICE
  if (isPlain && process.platform !== 'win32')
    return {
      isTTY: false,
      columns: undefined,
      isFile: kind.isFile(),
      write: async chunk => writeAll(fd, chunk),
    }
  return { ...streamOutput(fd === 1 ? process.stdout : process.stderr), isFile: kind.isFile() }
}

/** The device number of Linux's /dev/null. */
const NULL_DEVICE = 0x103

/** @returns false once nobody reads any more */
function writeAll(fd: number, chunk: string | Uint8Array): boolean {
  const bytes = Buffer.from(chunk)
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(fd, bytes, written)
    } catch (error) {
      if (ioCode(error) !== 'EAGAIN') return readerHasLeft(error)
      // A pipe that is full, and that another program has made not to block.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
  return true
}

function streamOutput(stream: NodeJS.WriteStream): Omit<Output, 'isFile'> {
  // What goes wrong is told to the callback of the write that it befell.
  stream.on('error', () => {})
  const write = (chunk: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => stream.write(chunk, error => (error ? reject(error) : resolve())))
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    write: chunk => write(chunk).then(() => true, readerHasLeft),
  }
}

/** A reader that leaves early, such as `head`, is no failure; all else is. */
function readerHasLeft(error: unknown): false {
  if (ioCode(error) === 'EPIPE') return false
  throw ioError(error, 'write', 'the output')
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function every(milliseconds: number, action: () => void): () => void {
  const timer = setInterval(action, milliseconds).unref()
  return () => clearInterval(timer)
}

async function openBrowser(url: string): Promise<void> {
  const { spawn } = await import('node:child_process')
  const [command, args] = browserCommand(url, process.platform, process.env)
  return new Promise((resolve, reject) => {
    // No shell: a URL from a card is never read as a command.
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => {
      const hint = 'Name another in the environment variable BROWSER, or open the address yourself.'
      reject(new CardsError('io', `The browser ${command} could not be started for ${url}.`, hint))
    })
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

/** Both sides must be a terminal: a question that nobody sees, or nobody can answer, would hang. */
const prompts: Io['prompts'] = async hasColor => {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  const { TerminalPrompts } = await import('./cli/terminal-prompts.ts')
  return new TerminalPrompts({ input: stdin, output: stderr }, hasColor)
}

async function runProgram([command = '', ...args]: readonly string[]): Promise<number> {
  const { spawn } = await import('node:child_process')
  // Ctrl-C is meant for the program that has the terminal: without us, what it works on would be left behind.
  const stay = () => {}
  process.on('SIGINT', stay)
  try {
    return await new Promise<number>((resolve, reject) => {
      const child = spawn(command, args, { stdio: 'inherit' })
      child.once('error', error => reject(ioError(error, 'start', command)))
      // Ended by a signal, it has not done its work.
      child.once('exit', code => resolve(code ?? 1))
    })
  } finally {
    process.off('SIGINT', stay)
  }
}
