import { fold } from '../model/fold.ts'
import type { Text } from './query.ts'
import { endsWord, isWordUnit, startsWord, wordEnd, wordsOf } from './word-units.ts'

/** Stands between texts that are searched as one: no phrase crosses it. */
export const TEXT_BREAK = '\0'

/** Where a pattern was found in a folded text: whole words from `start` to `end`. */
export interface Occurrence {
  readonly start: number
  readonly end: number
  /** Whether the words are the pattern's own, rather than longer ones that start like its last. */
  readonly isExact: boolean
}

/**
 * What a word or phrase of a query looks for in folded text: its words one after the other, whatever white space or
 * punctuation is between them. Of a bare word the last may be the start of a longer one (`grad`, `state-of-the-a`).
 * What has no letter or digit (`&`, an emoji) is looked for as it is.
 */
export class TextPattern {
  readonly words: readonly string[]
  readonly isWhole: boolean
  private readonly first: string

  constructor({ text, isQuoted }: Text) {
    const folded = fold(text.trim())
    this.words = wordsOf(folded)
    this.isWhole = isQuoted
    // No text has a break in it.
    this.first = this.words[0] ?? (folded.includes(TEXT_BREAK) ? '' : folded)
  }

  /** The first occurrence at or after an offset. */
  find(folded: string, from = 0): Occurrence | undefined {
    if (this.first === '') return undefined
    for (let at = folded.indexOf(this.first, from); at !== -1; at = folded.indexOf(this.first, at + 1)) {
      if (this.words.length === 0) return { start: at, end: at + this.first.length, isExact: true }
      if (!startsWord(folded, at)) continue
      const end = this.endFrom(folded, at)
      if (end !== undefined) return { start: at, end: wordEnd(folded, end), isExact: endsWord(folded, end) }
    }
    return undefined
  }

  isIn(folded: string): boolean {
    return this.find(folded) !== undefined
  }

  *occurrences(folded: string): Generator<Occurrence> {
    for (let hit = this.find(folded); hit; hit = this.find(folded, hit.end)) yield hit
  }

  /** The end of the words whose first is at an offset, or undefined when others follow it. */
  private endFrom(folded: string, start: number): number | undefined {
    const { words } = this
    let end = start + this.first.length
    for (let i = 1; i < words.length; i++) {
      if (!endsWord(folded, end)) return undefined
      const word = words[i] as string
      const next = skipGap(folded, end)
      if (!folded.startsWith(word, next)) return undefined
      end = next + word.length
    }
    return this.isWhole && !endsWord(folded, end) ? undefined : end
  }
}

function skipGap(folded: string, from: number): number {
  let offset = from
  while (offset < folded.length && !isWordUnit(folded.charCodeAt(offset)) && folded[offset] !== TEXT_BREAK)
    offset++
  return offset
}
