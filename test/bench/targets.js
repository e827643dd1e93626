// What the benchmark asks for, and whether it is so.
import { median, pairedRatio } from './median.js'

/**
 * What is measured is called `name@size`, with size 0 where there is no library.
 * @typedef {object} Target
 * @property {string} of
 * @property {string} against what it is compared with
 * @property {number} most the largest ratio that is allowed; megabytes where it is compared with `MEGABYTES`
 * @property {'time' | 'memory'} [measure] time when left out
 */

/**
 * @typedef {object} Figures
 * @property {import('./in-turn.js').Samples[]} groups times: what is in one of them was measured in turn
 * @property {Record<string, number>} memory megabytes at the peak
 */

/**
 * @typedef {object} Verdict
 * @property {Target} target
 * @property {number} value milliseconds, or megabytes
 * @property {number} base of what it is compared with
 * @property {number} ratio
 * @property {'ok' | 'MISSED' | 'not measured'} verdict
 */

/** Compared with it is what may not be more than an amount of memory. */
export const MEGABYTES = 'megabytes@0'

/**
 * What the names mean, in the order in which they are shown.
 * @type {Record<string, string>}
 */
export const NAMES = {
  node: '`node -e 0`',
  stat: 'readdir + `stat` of all',
  read: 'readdir + read of all',
  schemaCheck: 'js-yaml 4 + validator, bundled',
  ajv: 'ajv-cli 5',
  version: '`cards --version`',
  help: '`cards --help`',
  showId: '`cards show ID`',
  showUrl: '`cards show URL`, warm',
  list: '`cards list` with a filter, warm',
  search: '`cards search`, warm',
  lintUnchanged: '`cards lint`, nothing changed',
  lintChanged: '`cards lint`, one card changed',
  lintCold: '`cards lint`, cold',
  lintNoCache: '`cards lint --no-cache`',
  load: '`cards list --count --no-cache`',
  export: '`cards export --format ndjson --no-cache`',
  megabytes: 'MB',
}

/** The commands whose growth counts: ten times the cards may take eleven times the time. */
const GROWING = [
  'showId',
  'showUrl',
  'list',
  'search',
  'lintUnchanged',
  'lintChanged',
  'lintCold',
  'lintNoCache',
  'export',
]

/** @type {Target[]} */
export const TARGETS = [
  { of: 'version@0', against: 'node@0', most: 1.3 },
  { of: 'help@0', against: 'node@0', most: 1.3 },
  ...[100, 10_000, 100_000].map(size => ({ of: `showId@${size}`, against: 'node@0', most: 1.4 })),
  { of: 'showId@100000', against: 'showId@100', most: 1.15 },
  { of: 'lintCold@6000', against: 'ajv@6000', most: 0.6 },
  { of: 'lintCold@100000', against: 'schemaCheck@100000', most: 1.8 },
  { of: 'lintCold@100000', against: MEGABYTES, most: 600, measure: 'memory' },
  { of: 'lintUnchanged@6000', against: 'node@0', most: 4 },
  { of: 'lintUnchanged@100000', against: 'stat@100000', most: 1.6 },
  { of: 'lintChanged@100000', against: 'stat@100000', most: 2 },
  { of: 'list@100000', against: 'stat@100000', most: 2 },
  { of: 'showUrl@100000', against: 'stat@100000', most: 1.3 },
  { of: 'search@100000', against: 'stat@100000', most: 3 },
  { of: 'export@100000', against: 'load@100000', most: 1.3 },
  // Flat: ten times the cards leave room for their names and for a heap that is collected later, no more.
  // It streams: over what the cards themselves take, next to nothing.
  { of: 'export@100000', against: 'load@100000', most: 1.1, measure: 'memory' },
  ...GROWING.map(name => ({ of: `${name}@100000`, against: `${name}@10000`, most: 11 })),
]

/**
 * @param {Figures} figures
 * @param {readonly Target[]} targets
 * @returns {Verdict[]}
 */
export function judge(figures, targets = TARGETS) {
  return targets.map(target => {
    const { value, base, ratio } =
      target.measure === 'memory' ? ofMemory(figures, target) : ofTime(figures, target)
    const isKnown = !Number.isNaN(ratio)
    const limit = target.against === MEGABYTES ? 1 : target.most
    return {
      target,
      value,
      base,
      ratio,
      verdict: !isKnown ? 'not measured' : ratio <= limit ? 'ok' : 'MISSED',
    }
  })
}

/**
 * @param {Figures} figures
 * @param {Target} target
 */
function ofTime({ groups }, { of, against }) {
  const group = groups.find(samples => of in samples && against in samples)
  const values = timesOf(groups, of, group)
  const bases = timesOf(groups, against, group)
  const [value, base] = [median(values), median(bases)]
  return { value, base, ratio: group ? pairedRatio(values, bases) : value / base }
}

/**
 * @param {import('./in-turn.js').Samples[]} groups
 * @param {string} name
 * @param {import('./in-turn.js').Samples} [group] where to look; the first that has it when left out
 * @returns {number[]}
 */
export function timesOf(groups, name, group = groups.find(samples => name in samples)) {
  return group?.[name] ?? []
}

/**
 * @param {Figures} figures
 * @param {Target} target
 */
function ofMemory({ memory }, { of, against, most }) {
  const value = memory[of] ?? Number.NaN
  const base = against === MEGABYTES ? most : (memory[against] ?? Number.NaN)
  return { value, base, ratio: value / base }
}
