// When what was begun is to end: beside main and the lock, the one thing that asks about processes.
import self, { kill, pid } from 'node:process'
import { setImmediate as nextTurn } from 'node:timers/promises'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does something before the process ends by a signal, as on Ctrl-C. It ends by the signal all the same. As files are
 * written in one go, without a turn of the event loop, none is half-written then.
 * @returns what ends this; a signal that came meanwhile still counts
 */
export function onSignals(action: () => void): () => Promise<void> {
  const listener = (signal: NodeJS.Signals) => {
    for (const each of SIGNALS) self.off(each, listener)
    try {
      action()
    } finally {
      kill(pid, signal)
    }
  }
  for (const each of SIGNALS) self.on(each, listener)
  return async () => {
    // The first is the rest of the turn under way, after signals were looked for.
    await nextTurn()
    await nextTurn()
    for (const each of SIGNALS) self.off(each, listener)
  }
}
