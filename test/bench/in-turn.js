import { median } from './median.js'
import { timeOf } from './run-once.js'

/** @typedef {Record<string, number[]>} Samples milliseconds, by the names of commands, one a round */

/** What takes longer than so many milliseconds is run less often. */
export const SLOW = 5000

/**
 * Times commands in turn, A B C A B C …, after a round that does not count, which fills caches. Slow ones leave after
 * a third of the rounds.
 * @param {Record<string, import('./run-once.js').Command>} commands
 * @param {number} rounds
 * @param {(command: import('./run-once.js').Command) => number} [time]
 * @returns {Samples}
 */
export function timeInTurn(commands, rounds, time = timeOf) {
  const entries = Object.entries(commands)
  for (const [, command] of entries) time(command)
  /** @type {Samples} */
  const samples = Object.fromEntries(entries.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of entries) {
      const taken = samples[name] ?? []
      if (taken.length < rounds / 3 || median(taken) <= SLOW) taken.push(time(command))
    }
  return samples
}
