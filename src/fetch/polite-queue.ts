/** Something to be done that asks some hosts. */
export interface Job<T> {
  readonly hosts: readonly string[]
  run(): Promise<T>
}

interface Politeness {
  /** How many jobs run at once. */
  readonly atOnce: number
  /** Milliseconds for which a host is left alone after a job; this machine needs none. */
  readonly pause: number
}

/** What is polite to ask of strangers. */
export const POLITENESS: Politeness = { atOnce: 4, pause: 500 }

/**
 * Runs jobs, a few at once, but never two that ask the same host.
 * @param onDone told how many are done
 * @returns what they gave, in the order of the jobs
 */
export function inTurn<T>(
  jobs: readonly Job<T>[],
  onDone: (count: number) => void = () => {},
  { atOnce, pause }: Politeness = POLITENESS,
): Promise<T[]> {
  const results: T[] = []
  const waiting = new Set(jobs.keys())
  const busy = new Set<string>()
  let [running, done] = [0, 0]
  return new Promise((resolve, reject) => {
    const finish = (hosts: readonly string[]) => {
      for (const host of hosts) busy.delete(host)
      startNext()
    }
    const start = async (i: number, { hosts, run }: Job<T>) => {
      waiting.delete(i)
      running++
      for (const host of hosts) busy.add(host)
      results[i] = await run()
      running--
      onDone(++done)
      if (done === jobs.length) return resolve(results)
      // Another host need not wait for this one's pause.
      startNext()
      if (pause === 0 || hosts.every(isThisMachine)) finish(hosts)
      else setTimeout(() => finish(hosts), pause)
    }
    const startNext = () => {
      for (const i of waiting) {
        if (running >= atOnce) return
        const job = jobs[i]
        if (job && !job.hosts.some(host => busy.has(host))) start(i, job).catch(reject)
      }
    }
    if (jobs.length === 0) resolve([])
    else startNext()
  })
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host)
}
