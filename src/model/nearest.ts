/**
 * How many insertions, deletions, substitutions and swaps of neighbours lead from one word to another (optimal
 * string alignment, the restricted Damerau distance).
 * @param limit distances above it come back as `limit + 1`, sooner
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // Three rows of the table of distances, in turn: two above, the one above, this one.
  let before = new Uint32Array(b.length + 1)
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, j) => j)
  let row = new Uint32Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let distance = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        distance = Math.min(distance, (before[j - 2] ?? 0) + 1)
      row[j] = distance
      if (distance < best) best = distance
    }
    if (best > limit) return limit + 1
    ;[before, previous, row] = [previous, row, before]
  }
  return Math.min(previous[b.length] ?? 0, limit + 1)
}

/**
 * The candidates that a misspelt word may have meant, nearest first: no more than a third of its letters differ
 * (at least one may).
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  return nearestFirst(word, candidates)
    .slice(0, limit)
    .map(hit => hit.candidate)
}

/** The same, but only those than which none is nearer. */
export function closest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const hits = nearestFirst(word, candidates)
  return hits
    .filter(({ distance }) => distance === hits[0]?.distance)
    .slice(0, limit)
    .map(hit => hit.candidate)
}

interface Hit {
  readonly candidate: string
  readonly distance: number
}

function nearestFirst(word: string, candidates: Iterable<string>): Hit[] {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  const folded = word.toLowerCase()
  const hits: Hit[] = []
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase(), allowed)
    if (distance <= allowed) hits.push({ candidate, distance })
  }
  return hits.sort((a, b) => a.distance - b.distance)
}

/** How many characters two texts have in common at their start. */
export function sharedLength(a: string, b = ''): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
