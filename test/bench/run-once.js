// Runs one command line of a benchmark, in an environment that does not depend on who runs it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const peakMemory = fileURLToPath(new URL('./peak-memory.cjs', import.meta.url))

/**
 * What would change what is measured. Node 20 loads the extra certificates at every start, which would hide half of
 * each ratio.
 */
const UNWANTED = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'CARDS_DIR', 'CARDS_CACHE_DIR', 'XDG_CACHE_HOME']

const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !UNWANTED.includes(name)),
)

/**
 * @typedef {object} Command
 * @property {readonly string[]} args for this Node
 * @property {string} cwd
 * @property {readonly number[]} [statuses] the exit codes with which it has done its work; 0 when left out
 * @property {() => Record<string, string>} [prepare] called before each run, untimed: gives variables of its environment
 */

/**
 * @param {Command} command
 * @returns {number} milliseconds
 */
export function timeOf(command) {
  const env = { ...environment, ...command.prepare?.() }
  const start = process.hrtime.bigint()
  const result = spawnSync(process.execPath, command.args, {
    cwd: command.cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  check(command, result)
  return milliseconds
}

/**
 * @param {Command} command
 * @returns {number} megabytes at the peak
 */
export function peakMemoryOf(command) {
  const result = spawnSync(process.execPath, ['--require', peakMemory, ...command.args], {
    cwd: command.cwd,
    env: { ...environment, ...command.prepare?.() },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  check(command, result)
  return Number(result.output[3]) / 1024
}

/**
 * @param {Command} command
 * @param {{ status: number | null, stderr: Buffer, error?: Error }} result
 */
function check({ args, statuses = [0] }, { status, stderr, error }) {
  if (status === null || !statuses.includes(status))
    throw new Error(`node ${args.join(' ')} failed (${status}): ${error?.message ?? stderr.toString()}`)
}
