// The tables of the benchmark, as Markdown: it is read well on a terminal, too.
import { cpus, release, totalmem } from 'node:os'
import { table } from '../../src/build/markdown-parts.js'
import { median } from './median.js'
import { MEGABYTES, NAMES, timesOf } from './targets.js'

/** @returns {string} the machine, Node and the system */
export function machine() {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory}, ${process.platform} ${release()}, Node ${process.version}`
}

/** @param {readonly import('./targets.js').Verdict[]} verdicts */
export function targetTable(verdicts) {
  return table(
    ['what', 'cards', 'median', 'compared with', 'its median', 'ratio', 'target', ''],
    verdicts.map(({ target: { of, against, most, measure }, value, base, ratio, verdict }) => {
      const unit = measure === 'memory' ? megabytes : milliseconds
      const [name, size] = parts(of)
      if (against === MEGABYTES)
        return [`${name}, peak memory`, size, unit(value), '', '', '', `≤ ${unit(most)}`, verdict]
      const [other, otherSize] = parts(against)
      return [
        measure === 'memory' ? `${name}, peak memory` : name,
        size,
        unit(value),
        name === other ? `the same at ${otherSize}` : other,
        unit(base),
        figure(ratio, value => value.toFixed(2)),
        `≤ ${most}`,
        verdict,
      ]
    }),
  )
}

/**
 * All that was measured: medians by size, least and most of the largest.
 * @param {import('./targets.js').Figures} figures
 * @param {readonly number[]} sizes
 */
export function medianTable({ groups, memory }, sizes) {
  const names = Object.keys(NAMES).filter(name => [0, ...sizes].some(size => at(name, size).length > 0))
  const rows = names.map(name => {
    const isSized = at(name, 0).length === 0
    const largest = at(name, isSized ? (sizes.findLast(size => at(name, size).length > 0) ?? 0) : 0)
    return [
      NAMES[name] ?? name,
      ...sizes.map(size => milliseconds(median(at(name, isSized ? size : 0)))),
      `${milliseconds(Math.min(...largest))} – ${milliseconds(Math.max(...largest))}`,
      `${largest.length}`,
    ]
  })
  const peaks = [...new Set(Object.keys(memory).map(key => key.split('@')[0] ?? ''))].map(name => [
    `${NAMES[name] ?? name}, peak memory`,
    ...sizes.map(size => megabytes(memory[`${name}@${size}`] ?? Number.NaN)),
    '',
    '',
  ])
  const headings = ['medians', ...sizes.map(size => `${thousands(size)} cards`), 'least – most', 'runs']
  return table(headings, [...rows, ...peaks])

  /**
   * @param {string} name
   * @param {number} size
   */
  function at(name, size) {
    return timesOf(groups, `${name}@${size}`)
  }
}

/**
 * @param {string} key `name@size`
 * @returns {[name: string, size: string]}
 */
function parts(key) {
  const [name = '', size = '0'] = key.split('@')
  return [NAMES[name] ?? name, size === '0' ? '' : thousands(Number(size))]
}

/** @param {number} value */
function thousands(value) {
  return value.toLocaleString('en-GB')
}

/** @param {number} value */
function milliseconds(value) {
  return figure(value, value =>
    value < 99.95
      ? `${value.toFixed(1)} ms`
      : value < 9999.5
        ? `${value.toFixed(0)} ms`
        : `${(value / 1000).toFixed(1)} s`,
  )
}

/** @param {number} value */
function megabytes(value) {
  return figure(value, value => `${value.toFixed(0)} MB`)
}

/**
 * @param {number} value
 * @param {(value: number) => string} written
 */
function figure(value, written) {
  return Number.isNaN(value) ? '—' : written(value)
}
