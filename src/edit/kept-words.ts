type Words = readonly string[]

/** After a difference, the texts have to agree again within so many words, counted in both: a longer look takes time. */
const REACH = 64

/**
 * Which words of a text are still there in another, in their order. That takes time in step with the length of the
 * texts, and so what differs is not always the least that could.
 * @returns for each word of the new text its place in the old one, -1 where it is new
 */
export function keptWords(old: Words, wanted: Words): number[] {
  // Words that give way to as many others: no repeated word must make that look like a move.
  const inPlace = wanted.map((word, i) => (old[i] === word ? i : -1))
  const isInPlace = inPlace.filter(place => place !== -1).length * 2 >= wanted.length
  if (old.length === wanted.length && isInPlace) return inPlace
  const kept = wanted.map(() => -1)
  const most = Math.min(old.length, wanted.length)
  let same = 0
  while (same < most && old[old.length - 1 - same] === wanted[wanted.length - 1 - same]) same++
  const [oldEnd, end] = [old.length - same, wanted.length - same]
  for (let i = 0; i < same; i++) kept[end + i] = oldEnd + i
  let [i, j] = [0, 0]
  while (i < oldEnd && j < end) {
    if (old[i] === wanted[j]) {
      kept[j++] = i++
      continue
    }
    const next = nextAgreement(old, wanted, i, j)
    if (next === undefined || next[0] > oldEnd || next[1] > end) break
    ;[i, j] = next
  }
  return kept
}

/** Where two texts agree again that differ in one word each: the fewest words on. */
function nextAgreement(old: Words, wanted: Words, i: number, j: number): [number, number] | undefined {
  const agree = (a: number, b: number) => a < old.length && b < wanted.length && old[a] === wanted[b]
  for (let reach = 1; reach <= REACH; reach++) {
    const half = i + reach / 2
    if (reach % 2 === 0 && agree(half, j + reach / 2)) return [half, j + reach / 2]
    for (let skipped = 0; skipped <= reach; skipped++) {
      const [a, b] = [i + skipped, j + reach - skipped]
      // One word, such as `the`, may be there by chance.
      if (agree(a, b) && (agree(a + 1, b + 1) || a + 1 >= old.length)) return [a, b]
    }
  }
  return undefined
}
