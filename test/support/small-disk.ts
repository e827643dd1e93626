import { spawnSync } from 'node:child_process'
import { getuid } from 'node:process'
import { CARDS } from './process.ts'

/** What a run in a file system of its own left. */
export interface MountedOutcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

const OWN_MOUNTS = getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user']

/** Whether a process here may mount file systems that only it sees. */
export const canMount =
  spawnSync('unshare', [...OWN_MOUNTS, 'bash', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0

/**
 * Runs a bash script that may mount file systems of its own; they go with it. `cards` is the built program, `$1` the
 * first argument.
 */
export function withMounts(script: string, ...args: readonly string[]): MountedOutcome {
  const { PATH = '', HOME = '' } = process.env
  const whole = `set -e\ncards() { '${process.execPath}' '${CARDS}' "$@"; }\n${script}`
  const { stdout, stderr, status } = spawnSync(
    'unshare',
    [...OWN_MOUNTS, 'bash', '-c', whole, 'bash', ...args],
    { encoding: 'utf8', env: { PATH, HOME } },
  )
  return { stdout, stderr, exitCode: status }
}
