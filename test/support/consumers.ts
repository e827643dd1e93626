import { spawnSync } from 'node:child_process'
import { it } from 'vitest'

/** Whether a program is there to be run. */
function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

/**
 * `it` for a test that needs a real program which reads what we write. Where the program is absent, the test is
 * skipped under a name that says so; `.ci/run` installs all of them.
 */
export function itWith(
  program: string,
): (name: string, test: () => void | Promise<void>, timeout?: number) => void {
  const isInstalled = isThere(program)
  return (name, test, timeout = 60_000) =>
    isInstalled ? it(name, test, timeout) : it.skip(`${name} (${program} is not installed)`, () => {})
}

/** What a consumer said. */
export interface Consumed {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

/** Runs a program on what we wrote. */
export function consume(program: string, args: readonly string[], input: string | Uint8Array = ''): Consumed {
  const { stdout, stderr, status } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 30 })
  return { stdout, stderr, exitCode: status }
}
