import type { Card } from '../model/card.ts'
import { fold } from '../model/fold.ts'
import { SEARCH_FIELDS, type SearchField } from './search-fields.ts'
import type { SearchWord } from './search-words.ts'
import { TEXT_BREAK } from './text-pattern.ts'

/** What the rank of a card depends on, but for how rare the words are, which shows when all cards are read. */
export interface Measure {
  /** For each word, how often the card has it, weighted by field; 0 when it has not. */
  readonly frequencies: readonly number[]
  /** 1 when all words stand side by side in the title, less the further apart, 0 when one is missing. */
  readonly closeness: number
}

// BM25F: how soon further occurrences cease to count, and how much the length of a text counts.
const SATURATION = 3
const LENGTH_MATTERS = 0.5

const FOR_PREFIX = 0.5
const FOR_CORRECTED = 0.5
const FOR_CLOSENESS = 0.75

/** Looks for words in all texts of a card. */
export function measureCard(card: Card, words: readonly SearchWord[]): Measure {
  const { folded, fields } = foldCard(card)
  const frequencies = words.map(word => frequency(folded, fields, word))
  const [first] = fields
  const title = first?.name === 'title' && !frequencies.includes(0) ? folded.slice(0, first.end) : ''
  return { frequencies, closeness: closeness(title, words) }
}

/** A field in the folded text of a card: where it ends, and what a word in it counts. */
interface FoldedField {
  readonly name: string
  readonly end: number
  readonly scale: number
}

/** All texts of a card as one, which is folded in one go: that is most of the time that a search takes. */
function foldCard(card: Card): { folded: string; fields: readonly FoldedField[] } {
  let whole = ''
  const parts: { field: SearchField; text: string }[] = []
  for (const field of SEARCH_FIELDS) {
    const texts = field.textsOf(card)
    if (texts.length === 0) continue
    const text = texts.length === 1 ? (texts[0] ?? '') : texts.join(TEXT_BREAK)
    whole += text + TEXT_BREAK
    parts.push({ field, text })
  }
  const folded = fold(whole)
  const isAligned = folded.length === whole.length
  let end = -TEXT_BREAK.length
  const fields = parts.map(({ field, text }) => {
    const length = isAligned ? text.length : fold(text).length
    end += TEXT_BREAK.length + length
    return { name: field.name, end, scale: scaleOf(field, length) }
  })
  return { folded, fields }
}

/** How much a word says that `count` of `total` cards have: the inverse document frequency of BM25. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5))
}

/**
 * How well a card fits the words: BM25 over its fields, and more when its title has all of them close together.
 * @param rarities of the words that were measured; 0 for one that is not to count
 */
export function rank({ frequencies, closeness }: Measure, rarities: readonly number[]): number {
  let score = 0
  for (const [i, frequency] of frequencies.entries()) {
    score += ((rarities[i] ?? 0) * frequency) / (SATURATION + frequency)
  }
  return score * (1 + FOR_CLOSENESS * closeness)
}

function scaleOf({ weight, length }: SearchField, actual: number): number {
  return weight / (1 - LENGTH_MATTERS + (LENGTH_MATTERS * actual) / length)
}

function frequency(
  folded: string,
  fields: readonly FoldedField[],
  { patterns, isCorrected }: SearchWord,
): number {
  let sum = 0
  for (const pattern of patterns) {
    let field = 0
    for (let hit = pattern.find(folded); hit; hit = pattern.find(folded, hit.end)) {
      while ((fields[field]?.end ?? folded.length) < hit.start) field++
      sum += (fields[field]?.scale ?? 0) * (hit.isExact ? 1 : FOR_PREFIX)
    }
  }
  return isCorrected ? sum * FOR_CORRECTED : sum
}

function closeness(title: string, words: readonly SearchWord[]): number {
  if (words.length < 2) return 0
  let first = title.length
  let last = 0
  let letters = words.length - 1
  for (const { patterns } of words) {
    const hit = patterns.map(pattern => pattern.find(title)).find(occurrence => occurrence !== undefined)
    if (!hit) return 0
    first = Math.min(first, hit.start)
    last = Math.max(last, hit.end)
    letters += hit.end - hit.start
  }
  return Math.min(1, letters / (last - first))
}
