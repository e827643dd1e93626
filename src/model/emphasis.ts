import type { Token } from './markdown-token.ts'

/** A run of `*` or `_` that waits for its other half. */
interface Opener {
  index: number
  run: Token
  /** The length of the run before anything was taken from it. */
  size: number
}

/**
 * Pairs the runs of `*` and `_` from a token on, by the rules of CommonMark 0.31 § 6.2: takes what is paired from their
 * texts and marks what is between. What stays in a run is text. In linear time: a search that fails is not repeated
 * for openers that it has seen (as in commonmark.js).
 * @param runs the indices of the runs that are not paired yet; those from `from` on are taken away
 */
export function pairEmphasis(tokens: Token[], runs: number[], from: number): void {
  let first = runs.length
  while (first > 0 && (runs[first - 1] ?? 0) >= from) first--
  const openers: Opener[] = []
  const seen = new Map<string, number>()
  for (const index of runs.splice(first)) {
    const run = tokens[index]
    if (run === undefined) continue
    const size = run.text.length
    while (run.canClose && run.text !== '') {
      const key = `${run.text[0]}${run.canOpen}${size % 3}`
      const opener = openerFor({ index, run, size }, openers, seen.get(key) ?? -1)
      if (opener === undefined) {
        seen.set(key, openers.at(-1)?.index ?? -1)
        break
      }
      pair(tokens, opener, index)
      if (opener.run.text === '') openers.pop()
    }
    if (run.canOpen && run.text !== '') openers.push({ index, run, size })
  }
}

/** The nearest opener that a closing run can end; those between them are dropped, as emphases nest. */
function openerFor(closer: Opener, openers: Opener[], seen: number): Opener | undefined {
  for (let i = openers.length - 1; i >= 0; i--) {
    const opener = openers[i]
    if (opener === undefined || opener.index <= seen) return undefined
    if (opener.run.text[0] !== closer.run.text[0]) continue
    // Rule of three: in `**a*b**`, the `*` is not half of a pair.
    const isBoth = opener.run.canClose || closer.run.canOpen
    if (isBoth && (opener.size + closer.size) % 3 === 0 && opener.size % 3 !== 0) continue
    openers.length = i + 1
    return opener
  }
  return undefined
}

function pair(tokens: Token[], opener: Opener, index: number): void {
  const first = tokens[opener.index + 1]
  const last = tokens[index]
  if (first === undefined || last === undefined) return
  const isStrong = opener.run.text.length >= 2 && last.text.length >= 2
  const mark = isStrong ? 'strong' : 'emphasis'
  first[mark]++
  last[mark]--
  opener.run.text = opener.run.text.slice(isStrong ? 2 : 1)
  last.text = last.text.slice(isStrong ? 2 : 1)
}
