// Times whole commands in turn, A B C A B C …, so that a machine that gets slower or faster does so for all of them.
import { spawnSync } from 'node:child_process'

/** @typedef {{ name: string, args: readonly string[], cwd?: string }} Contender a command line for this Node */

/**
 * @param {readonly Contender[]} contenders the first is what the others are compared with
 * @param {number} runs how often each is run
 * @returns {{ name: string, median: number, ratio: number }[]} milliseconds, and the median of the paired ratios
 */
export function timePaired(contenders, runs) {
  for (const contender of contenders) time(contender)
  /** @type {number[][]} */
  const rounds = Array.from({ length: runs }, () => contenders.map(time))
  return contenders.map(({ name }, i) => ({
    name,
    median: median(rounds.map(round => round[i] ?? Number.NaN)),
    ratio: median(rounds.map(round => (round[i] ?? Number.NaN) / (round[0] ?? Number.NaN))),
  }))
}

/** @param {Contender} contender */
function time({ name, args, cwd }) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`)
  return milliseconds
}

// Node 20 loads these certificates at every start, which would hide half of each ratio.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** @param {ReturnType<typeof timePaired>} rows */
export function printTable(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length))
  console.log(`${'command'.padEnd(width)}  median ms  ratio`)
  for (const { name, median, ratio } of rows)
    console.log(`${name.padEnd(width)}  ${median.toFixed(1).padStart(9)}  ${ratio.toFixed(2).padStart(5)}`)
}
