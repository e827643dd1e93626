import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll } from 'vitest'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder of its own for one test, removed after the last one. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cards-disk-'))
  folders.push(folder)
  return folder
}

/** Builds a script that imports from src/disk, so that a real process can run it. */
export function buildScript(source: string): string {
  const outfile = join(temporaryFolder(), 'script.mjs')
  const resolveDir = join(import.meta.dirname, '../../src/disk')
  buildSync({
    stdin: { contents: source, resolveDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  })
  return outfile
}

/** Starts a built script; it may tell us something by `process.send`. */
export function start(script: string, args: string[]): ChildProcess {
  return fork(script, args, { stdio: 'inherit', execArgv: [] })
}

/** Waits for the end of a process. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}
