import { editDistance } from '../model/nearest.ts'
import { compareText } from '../model/order.ts'
import { eachWord, type Units, unitsOf } from './word-units.ts'

const MOST_SUGGESTIONS = 3

/** A folded text, also as its units. */
export interface WordText {
  readonly text: string
  readonly units: Units
}

/**
 * What misspelt words may have meant, among the words of a library.
 * @param words folded words that no card has
 * @param texts the folded texts of all cards
 * @returns for each word that has any, the nearest words there are, the most frequent first
 */
export function correctWords(words: readonly string[], texts: Iterable<WordText>): Map<string, string[]> {
  const misspelt = words.map(word => new Misspelt(word)).filter(({ slips }) => slips > 0)
  if (misspelt.length > 0) {
    for (const { text, units } of texts) {
      eachWord(units, (start, end, letters) => {
        for (const word of misspelt) word.consider(text, start, end, letters)
      })
    }
  }
  return new Map(misspelt.map(word => [word.word, word.nearest()]))
}

/** A word that no card has, and the words that have about its letters. */
class Misspelt {
  readonly word: string
  /** How many slips of the keyboard it may have. */
  readonly slips: number
  private letters = 0
  private readonly counts = new Map<string, number>()

  constructor(word: string) {
    this.word = word
    this.slips = allowedSlips(word)
    eachWord(unitsOf(word), (_start, _end, letters) => {
      this.letters |= letters
    })
  }

  consider(text: string, start: number, end: number, letters: number): void {
    if (Math.abs(end - start - this.word.length) > this.slips) return
    // Each slip changes at most two letters of the set.
    if (bitCount(this.letters ^ letters) > 2 * this.slips) return
    const candidate = text.slice(start, end)
    this.counts.set(candidate, (this.counts.get(candidate) ?? 0) + 1)
  }

  nearest(): string[] {
    const near = [...this.counts]
      .map(([text, count]) => ({ text, count, distance: editDistance(this.word, text, this.slips) }))
      .filter(({ distance }) => distance <= this.slips)
      .sort((a, b) => a.distance - b.distance || b.count - a.count || compareText(a.text, b.text))
    return near
      .filter(({ distance }) => distance === near[0]?.distance)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ text }) => text)
  }
}

/** One from four letters, two from eight; digits are never taken for a slip. */
function allowedSlips(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
