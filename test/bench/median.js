/**
 * @param {readonly number[]} values
 * @returns {number} the middle one, or the mean of the middle two; NaN when there is none
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * The median of the ratios of figures that were measured in the same round, so that a machine that gets slower or
 * faster does so for both.
 * @param {readonly number[]} values
 * @param {readonly number[]} bases in the same order; rounds that one of them lacks do not count
 */
export function pairedRatio(values, bases) {
  const rounds = Math.min(values.length, bases.length)
  return median(values.slice(0, rounds).map((value, i) => value / (bases[i] ?? Number.NaN)))
}
