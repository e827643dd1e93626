import type { SearchText } from './search-text.ts'
import type { SearchWord } from './search-words.ts'
import { wordFrequencies } from './word-frequencies.ts'

/** What a search knows of a word. */
export interface MeasuredWord {
  readonly word: SearchWord
  /** How often each card has it, weighted by field. */
  frequencies: Float64Array
  /** How many cards have it. */
  count: number
}

/** Looks for a word in the text of a library. */
export function measureWord(text: SearchText, word: SearchWord): MeasuredWord {
  const frequencies = wordFrequencies(text, word)
  let count = 0
  for (const frequency of frequencies) if (frequency > 0) count++
  return { word, frequencies, count }
}
