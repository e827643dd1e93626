import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { CARDS } from './process.ts'

/** When a process is killed: after so many milliseconds, from its start or from when it writes its first file. */
export interface Moment {
  readonly after: number
  readonly from: 'start' | 'write'
  readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'
}

export interface KilledRun {
  /** Null when it was killed, else its exit code. */
  readonly exitCode: number | null
  readonly stderr: string
  /** How long it ran, in milliseconds. */
  readonly took: number
}

/** Runs the built program and kills it, unless it ends before. */
export async function killedRun(
  args: readonly string[],
  { cwd, dir, stdin = '' }: { readonly cwd: string; readonly dir: string; readonly stdin?: string },
  moment?: Moment,
): Promise<KilledRun> {
  const start = performance.now()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [CARDS, ...args], { cwd, env: { PATH, HOME } })
  const errors: Buffer[] = []
  child.stderr.on('data', chunk => errors.push(chunk))
  child.stdout.resume()
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  let isOver = false
  const end = new Promise<number | null>(resolve =>
    child.once('close', code => {
      isOver = true
      resolve(code)
    }),
  )
  if (moment) {
    while (moment.from === 'write' && !isOver && !isWriting(dir)) await pause(0)
    const from = moment.from === 'write' ? performance.now() : start
    while (!isOver && performance.now() - from < moment.after) await pause(0)
    child.kill(moment.signal)
  }
  const exitCode = await end
  return { exitCode, stderr: Buffer.concat(errors).toString('utf8'), took: performance.now() - start }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve =>
    milliseconds > 0 ? setTimeout(resolve, milliseconds) : setImmediate(resolve),
  )
}

/** Whether somebody holds the lock and has begun to write a file. */
function isWriting(dir: string): boolean {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  return names.includes('.cards.lock') && names.some(name => name.endsWith('.tmp'))
}
