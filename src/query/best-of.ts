/**
 * The best of some scores; of equal ones the first.
 * @param limit how many at most; all when left out
 * @returns their indexes, the best first
 */
export function bestOf(scores: readonly number[], limit = scores.length): number[] {
  const candidates = limit < scores.length ? atLeast(scores, limit) : scores.map((_, i) => i)
  return candidates.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, limit)
}

/** The indexes of the best, in order. Sorting numbers alone is much faster than sorting indexes by their scores. */
function atLeast(scores: readonly number[], limit: number): number[] {
  const least = Float64Array.from(scores).sort()[scores.length - limit] ?? Number.POSITIVE_INFINITY
  let equal = limit - scores.reduce((above, score) => above + (score > least ? 1 : 0), 0)
  const best: number[] = []
  for (const [i, score] of scores.entries()) {
    if (score > least || (score === least && equal-- > 0)) best.push(i)
  }
  return best
}
