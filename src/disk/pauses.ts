import { setImmediate as nextTurn } from 'node:timers/promises'

/** After so many files a signal is heard. */
const EVERY = 10

/**
 * Lets signals be heard among many files, every so often.
 * @param done how many files there were before this one
 */
export async function pauseAmong(done: number): Promise<void> {
  if (done % EVERY === EVERY - 1) await nextTurn()
}
