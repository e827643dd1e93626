import { type Card, cardTitle, compareCards } from '../model/card.ts'
import { bestOf } from './best-of.ts'
import { CardText } from './card-text.ts'
import { type Correction, correctSearch } from './correct-search.ts'
import type { QueryContext } from './field-kinds.ts'
import { compileQuery, isAddress, listWordTest } from './match-query.ts'
import { type MeasuredWord, measureWord } from './measured-word.ts'
import type { Query } from './query.ts'
import { closeness, rank, rarity } from './rank-card.ts'
import { SearchText } from './search-text.ts'
import { type RankedWord, searchWords, wordKey } from './search-words.ts'
import { type Highlighted, highlight, type Snippet, snippetOf } from './snippet.ts'

export interface SearchHit {
  readonly card: Card
  /** The higher the better; 0 when the query has no words to rank by. */
  readonly score: number
  /** The title, or what stands in for it. */
  readonly title: Highlighted
  /** The passage that shows best why the card was found; none when only its title does. */
  readonly snippet?: Snippet
}

export interface SearchResult {
  /** Best first, ties in the order of IDs; no more than the limit. */
  readonly hits: readonly SearchHit[]
  /** How many cards match, whatever the limit. */
  readonly total: number
  readonly corrections: readonly Correction[]
}

export interface SearchContext extends QueryContext {
  /** How many hits to return; all when left out. */
  readonly limit?: number
}

/** The cards of a library, in the order of `compareCards`, of which few have to be read. */
export interface SearchSource {
  /** Their texts, in the same order. */
  readonly text: SearchText
  /** One of them, with what the filters of the query look at: `filterFieldsOf`. */
  card(number: number): Card
  /** Some of them, whole. */
  wholeCards(numbers: readonly number[]): Promise<readonly Card[]>
}

/** Cards in hand as a source. */
export function searchSource(cards: Iterable<Card>): SearchSource {
  const sorted = [...cards].sort(compareCards)
  const card = (number: number) => sorted[number] as Card
  return { text: SearchText.of(sorted), card, wholeCards: async numbers => numbers.map(card) }
}

/**
 * Ranked full text: the words of a query are looked for in all texts of a card, and those that no card has are
 * corrected. The rest of the query filters as it does in `list`.
 * @param source the whole library: how rare a word is shows only there
 */
export async function searchCards(
  query: Query,
  source: SearchSource,
  context: SearchContext,
): Promise<SearchResult> {
  const { text } = source
  const words = searchWords(query)
  const measured = words.map(word => measureWord(text, word))
  const corrections = correctSearch(measured, text)
  const rarities = measured.map(({ word, count }) => (word.isWanted ? rarity(count, text.size) : 0))
  const matching = matchingNumbers(query, measured, source, context)
  const scores = scoresOf(matching, measured, rarities, text)
  const shown = words
    .map((word, i) => ({ ...word, rarity: rarities[i] ?? 0 }))
    .filter(({ isWanted }) => isWanted)
  const best = bestOf(scores, context.limit)
  const cards = await source.wholeCards(best.map(i => matching[i] as number))
  const hits = cards.map((card, i) => describe(card, scores[best[i] as number] as number, shown))
  return { hits, total: matching.length, corrections }
}

/** The cards that a query matches, in their order. What can be told by words is, and reads no card. */
function matchingNumbers(
  query: Query,
  measured: readonly MeasuredWord[],
  source: SearchSource,
  context: QueryContext,
): number[] {
  const byKey = new Map(measured.map(({ word, frequencies }) => [word.key, frequencies]))
  let number = 0
  const matches = compileQuery(query, {
    test: word => {
      const frequencies = byKey.get(wordKey(word))
      return frequencies ? () => (frequencies[number] as number) > 0 : listWordTest(word)
    },
    cost: word => (isAddress(word) ? 0 : -1),
  })
  const matching: number[] = []
  for (; number < source.text.size; number++) {
    const one = number
    if (matches(new CardText(() => source.card(one), context))) matching.push(one)
  }
  return matching
}

function scoresOf(
  matching: readonly number[],
  measured: readonly MeasuredWord[],
  rarities: readonly number[],
  text: SearchText,
): number[] {
  const words = measured.map(({ word }) => word)
  const titles = words.length < 2 ? undefined : text.titles()
  return matching.map(number => {
    const frequencies = measured.map(word => word.frequencies[number] as number)
    const title = titles && !frequencies.includes(0) ? titles(number) : ''
    return rounded(rank(frequencies, closeness(title, words), rarities))
  })
}

function describe(card: Card, score: number, words: readonly RankedWord[]): SearchHit {
  const snippet = snippetOf(card, words)
  return { card, score, title: highlight(cardTitle(card), words), ...(snippet && { snippet }) }
}

/** So that the last bits of a logarithm, which engines may differ in, never order two cards. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
