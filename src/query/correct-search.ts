import { correctWords, type WordText } from './correct-word.ts'
import { type MeasuredWord, measureWord } from './measured-word.ts'
import type { SearchText } from './search-text.ts'
import type { SearchWord } from './search-words.ts'
import { TextPattern } from './text-pattern.ts'

/** A word that no card has, and the words that were looked for instead, if any. */
export interface Correction {
  readonly word: string
  readonly instead: readonly string[]
}

/** Gives words that no card has the patterns of the nearest words that some card has. */
export function correctSearch(measured: readonly MeasuredWord[], text: SearchText): Correction[] {
  const missing = measured.filter(({ word, count }) => word.isWanted && count === 0)
  const single = missing.map(({ word }) => singleWord(word))
  const found = correctWords(
    single.filter(word => word !== undefined),
    wordTexts(text),
  )
  return missing.map((one, i) => {
    const { word } = one
    const instead = found.get(single[i] ?? '') ?? []
    if (instead.length > 0) {
      word.patterns = instead.map(near => new TextPattern({ text: near, isQuoted: false }))
      word.isCorrected = true
      Object.assign(one, measureWord(text, word))
    }
    return { word: word.text, instead }
  })
}

/** Taken apart only when there is something to correct. */
function* wordTexts({ blocks }: SearchText): Generator<WordText> {
  for (const block of blocks) yield { text: block.text, units: block.units() }
}

/** Only a bare word is corrected: a phrase is meant as it is. */
function singleWord({ patterns: [pattern] }: SearchWord): string | undefined {
  return pattern?.words.length === 1 && !pattern.isWhole ? pattern.words[0] : undefined
}
