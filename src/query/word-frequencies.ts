import { SEARCH_FIELDS, type SearchField } from './search-fields.ts'
import type { SearchText } from './search-text.ts'
import type { SearchWord } from './search-words.ts'
import type { TextBlock } from './text-block.ts'
import { TEXT_BREAK, type TextPattern } from './text-pattern.ts'

// BM25F: how much the length of a text counts.
const LENGTH_MATTERS = 0.5

const FOR_PREFIX = 0.5
const FOR_CORRECTED = 0.5

/**
 * How often each card has a word, weighted by field; 0 when it has not. One way through the whole text, from one
 * occurrence to the next.
 */
export function wordFrequencies({ size, blocks }: SearchText, word: SearchWord): Float64Array {
  const frequencies = new Float64Array(size)
  for (const block of blocks) {
    for (const pattern of word.patterns) addOccurrences(block, pattern, frequencies)
  }
  return word.isCorrected ? frequencies.map(frequency => frequency * FOR_CORRECTED) : frequencies
}

function addOccurrences(block: TextBlock, pattern: TextPattern, frequencies: Float64Array): void {
  const { text, numbers } = block
  let place = 0
  for (let hit = pattern.find(text, TEXT_BREAK.length); hit; hit = pattern.find(text, hit.end)) {
    while (block.endOf(place) <= hit.start) place++
    let field = 0
    while (block.endOfField(place, field) < hit.start) field++
    const value = scaleOf(SEARCH_FIELDS[field] as SearchField, block.lengthOfField(place, field))
    const number = numbers[place] as number
    frequencies[number] = (frequencies[number] as number) + value * (hit.isExact ? 1 : FOR_PREFIX)
  }
}

/** The longer a text, the less a word in it counts. */
function scaleOf({ weight, length }: SearchField, actual: number): number {
  return weight / (1 - LENGTH_MATTERS + (LENGTH_MATTERS * actual) / length)
}
