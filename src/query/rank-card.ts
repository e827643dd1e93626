import type { SearchWord } from './search-words.ts'

// BM25F: how soon further occurrences cease to count.
const SATURATION = 3

const FOR_CLOSENESS = 0.75

/** How much a word says that `count` of `total` cards have: the inverse document frequency of BM25. */
export function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5))
}

/**
 * How well a card fits the words: BM25 over its fields, and more when its title has all of them close together.
 * @param frequencies how often the card has each of them, weighted by field
 * @param rarities of the same words; 0 for one that is not to count
 */
export function rank(frequencies: readonly number[], closeness: number, rarities: readonly number[]): number {
  let score = 0
  for (const [i, frequency] of frequencies.entries()) {
    score += ((rarities[i] ?? 0) * frequency) / (SATURATION + frequency)
  }
  return score * (1 + FOR_CLOSENESS * closeness)
}

/** 1 when all words stand side by side in a folded title, less the further apart, 0 when one is missing. */
export function closeness(title: string, words: readonly SearchWord[]): number {
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
