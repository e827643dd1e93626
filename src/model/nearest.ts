/**
 * How many insertions, deletions, substitutions and swaps of neighbours lead from one word to another (optimal
 * string alignment, the restricted Damerau distance).
 * @param limit distances above it come back as `limit + 1`, sooner
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let distance = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, at(before, j - 2) + 1)
      row.push(distance)
      if (distance < best) best = distance
    }
    if (best > limit) return limit + 1
    before = previous
    previous = row
  }
  return Math.min(at(previous, b.length), limit + 1)
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

/**
 * The candidates that a misspelt word may have meant, nearest first: no more than a third of its letters differ
 * (at least one may).
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  const folded = word.toLowerCase()
  const hits: { candidate: string; distance: number }[] = []
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase(), allowed)
    if (distance <= allowed) hits.push({ candidate, distance })
  }
  return hits
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(hit => hit.candidate)
}

/** How many characters two texts have in common at their start. */
export function sharedLength(a: string, b = ''): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
