/**
 * A CPU profile as V8 writes it, of which these parts are looked at.
 * @typedef {object} CpuProfile
 * @property {{ id: number, callFrame: { functionName: string, url: string, lineNumber: number }, children?: number[] }[]} nodes
 * @property {number[]} samples the node in which each sample was taken
 * @property {number[]} timeDeltas microseconds before each sample
 */

/**
 * @typedef {object} Costs
 * @property {number} total milliseconds
 * @property {[name: string, milliseconds: number][]} self by function, the largest first
 * @property {[name: string, milliseconds: number][]} inclusive with what it calls; once where it calls itself
 */

/**
 * @param {CpuProfile} profile
 * @returns {Costs}
 */
export function profileCosts({ nodes, samples, timeDeltas }) {
  /** @type {Map<number, number>} */
  const ownTime = new Map()
  samples.forEach((id, i) => {
    ownTime.set(id, (ownTime.get(id) ?? 0) + (timeDeltas[i] ?? 0) / 1000)
  })
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id])))
  /** @type {Map<string, number>} */
  const self = new Map()
  /** @type {Map<string, number>} */
  const inclusive = new Map()
  for (const [id, time] of ownTime) {
    const stack = []
    for (let at = /** @type {number | undefined} */ (id); at !== undefined; at = parents.get(at))
      stack.push(names.get(at) ?? '')
    add(self, stack[0] ?? '', time)
    for (const name of new Set(stack)) add(inclusive, name, time)
  }
  const total = [...ownTime.values()].reduce((sum, time) => sum + time, 0)
  return { total, self: largestFirst(self), inclusive: largestFirst(inclusive) }
}

/** @param {CpuProfile['nodes'][number]['callFrame']} frame */
function nameOf({ functionName, url, lineNumber }) {
  const place = url === '' ? '' : ` ${url.split('/').pop()}:${lineNumber + 1}`
  return `${functionName || '(anonymous)'}${place}`
}

/**
 * @param {Map<string, number>} times
 * @param {string} name
 * @param {number} time
 */
function add(times, name, time) {
  times.set(name, (times.get(name) ?? 0) + time)
}

/** @param {Map<string, number>} times */
function largestFirst(times) {
  return [...times].sort(([, a], [, b]) => b - a)
}
