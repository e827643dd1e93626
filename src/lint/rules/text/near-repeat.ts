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

/** Shorter words may be such as a sentence says the same without. */
const LONG = 6

/** A word of so many letters is hardly in two sentences by chance. */
const LONGER = 10

const ASCII = /^[\0-\x7f]*$/

/**
 * Whether of any two sentences one may be the other, or within it: not if a long word of each is missing in the other.
 * Sees at a glance that few sentences are different.
 */
export function mayRepeat(sentences: readonly string[]): boolean {
  if (sentences.length < 2) return false
  // All in one text, in which a word is looked for before its sentence and behind it.
  const all = sentences.join('\n')
  if (!ASCII.test(all)) return true
  const folded = all.toLowerCase()
  let start = 0
  for (const { length } of sentences) {
    const end = start + length
    const word = wordWithin(folded, start, end, LONGER) ?? wordWithin(folded, start, end, LONG)
    if (word === undefined || folded.indexOf(word) < start || folded.includes(word, end)) return true
    start = end + 1
  }
  return false
}

/**
 * The first word of some letters or more in a stretch of a text. One letter in `least` is looked at before it is known
 * that such a word is there: a regular expression, which looks at each, takes twice as long.
 */
function wordWithin(text: string, from: number, to: number, least: number): string | undefined {
  for (let at = from + least - 1; at < to; at += least) {
    if (!isLetter(text, at)) continue
    let start = at
    while (start > from && isLetter(text, start - 1)) start--
    let end = at + 1
    while (end < to && isLetter(text, end)) end++
    if (end - start >= least) return text.slice(start, end)
    at = end
  }
  return undefined
}

/** Whether a small letter stands at a place. */
function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 97 && unit <= 122
}

function sizeOf(words: WordCounts): number {
  let size = 0
  for (const count of words.values()) size += count
  return size
}
