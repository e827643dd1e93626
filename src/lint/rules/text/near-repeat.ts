import { foldedWords } from '../../../model/fold.ts'

/** Words without which a sentence says the same. */
const FILLERS = new Set(
  'a an the of to in on for and or is are was were be been that this these those it its with by as at from has have'.split(
    ' ',
  ),
)

/** The words of a sentence that matter, each with how often it is there. */
export type WordCounts = ReadonlyMap<string, number>

/** The words that matter, case, accents and punctuation folded away. */
export function wordCounts(text: string): WordCounts {
  const counts = new Map<string, number>()
  for (const word of foldedWords(text)) if (!FILLERS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words and figures that turn what a sentence says into something else. */
const TURNING =
  /\d|^(?:no|not|never|none|nor|neither|without|un|non|cannot|only|except|unless|but|than|if|t)$/

/**
 * Whether a sentence adds next to nothing to another: it has no other words that matter, and most of the other's.
 * Sentences of fewer than four such words are too short to tell.
 */
export function isWithin(words: WordCounts, others: WordCounts): boolean {
  const size = sizeOf(words)
  if (size < 4 || size < 0.8 * sizeOf(others)) return false
  for (const [word, count] of words) if ((others.get(word) ?? 0) < count) return false
  for (const [word, count] of others) if ((words.get(word) ?? 0) < count && TURNING.test(word)) return false
  return true
}

function sizeOf(words: WordCounts): number {
  let size = 0
  for (const count of words.values()) size += count
  return size
}
