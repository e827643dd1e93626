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

/** Short words may be such as a sentence says the same without. */
const LONG_WORD = /[a-z]{6,}/i

/** Such is hardly in two sentences by chance. */
const LONGER_WORD = /[a-z]{10,}/i

/**
 * Whether of any two sentences one may be the other, or within it: not if a long word of each is missing in the other.
 * Sees at a glance that few sentences are different.
 */
export function mayRepeat(sentences: readonly string[]): boolean {
  if (sentences.length < 2) return false
  const words = sentences.map(sentence =>
    /^[\0-\x7f]*$/.test(sentence)
      ? (LONGER_WORD.exec(sentence) ?? LONG_WORD.exec(sentence))?.[0].toLowerCase()
      : undefined,
  )
  if (words.includes(undefined)) return true
  const folded = sentences.map(sentence => sentence.toLowerCase())
  return words.some((word, i) => folded.some((other, j) => i !== j && other.includes(word ?? '')))
}

function sizeOf(words: WordCounts): number {
  let size = 0
  for (const count of words.values()) size += count
  return size
}
