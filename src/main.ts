import { browserCommand } from './cli/browser-command.ts'
import type { Io, Output } from './cli/io.ts'
import { run } from './cli/run.ts'
import { CardsError } from './model/errors.ts'

/** The only place that touches the process: builds the program's Io, runs it, sets the exit code. */
export async function main(argv = process.argv.slice(2)): Promise<void> {
  try {
    process.exitCode = await run(argv, processIo())
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.stderr.write('This is a bug in source-cards. Please report it with the lines above.\n')
    process.exitCode = 2
  }
}

function processIo(): Io {
  return {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    readStdin,
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    // The clock that costs no module to load.
    elapsed: () => process.uptime() * 1000,
    openBrowser,
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  let isOpen = true
  // A reader that leaves early, such as `head`, is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isOpen = false
  })
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    write: chunk =>
      new Promise(resolve => {
        if (!isOpen) resolve(false)
        else stream.write(chunk, () => resolve(isOpen))
      }),
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
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
