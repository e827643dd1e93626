import { type Card, cardTitle, compareCards } from '../model/card.ts'
import { fold } from '../model/fold.ts'
import { CardText } from './card-text.ts'
import { correctWords } from './correct-word.ts'
import type { QueryContext } from './field-kinds.ts'
import { compileQuery, isAddress, listWordTest } from './match-query.ts'
import type { Query } from './query.ts'
import { type Measure, measureCard, rank, rarity } from './rank-card.ts'
import { SEARCH_FIELDS } from './search-fields.ts'
import { type RankedWord, type SearchWord, searchWords, wordKey } from './search-words.ts'
import { type Highlighted, highlight, type Snippet, snippetOf } from './snippet.ts'
import { TextPattern } from './text-pattern.ts'

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

/** A word that no card has, and the words that were looked for instead, if any. */
export interface Correction {
  readonly word: string
  readonly instead: readonly string[]
}

export interface SearchContext extends QueryContext {
  /** How many hits to return; all when left out. */
  readonly limit?: number
}

/**
 * Ranked full text: the words of a query are looked for in all texts of a card, and those that no card has are
 * corrected. The rest of the query filters as it does in `list`.
 * @param cards the whole library: how rare a word is shows only there
 */
export function searchCards(query: Query, cards: readonly Card[], context: SearchContext): SearchResult {
  const words = searchWords(query)
  let scan = scanCards(query, words, cards, context)
  const corrections = correct(words, scan.counts, cards)
  if (corrections.some(({ instead }) => instead.length > 0)) scan = scanCards(query, words, cards, context)

  const rarities = words.map(({ isWanted }, i) => (isWanted ? rarity(scan.counts[i] ?? 0, cards.length) : 0))
  const scored = scan.matching.map(({ card, measure }) => ({ card, score: rounded(rank(measure, rarities)) }))
  scored.sort((a, b) => b.score - a.score || compareCards(a.card, b.card))
  const shown = words
    .map((word, i) => ({ ...word, rarity: rarities[i] ?? 0 }))
    .filter(({ isWanted }) => isWanted)
  const hits = scored.slice(0, context.limit).map(({ card, score }) => describe(card, score, shown))
  return { hits, total: scored.length, corrections }
}

interface Scan {
  readonly matching: readonly { readonly card: Card; readonly measure: Measure }[]
  /** How many cards of the library have each word. */
  readonly counts: readonly number[]
}

function scanCards(
  query: Query,
  words: readonly SearchWord[],
  cards: readonly Card[],
  context: QueryContext,
): Scan {
  const counts = words.map(() => 0)
  const matching: { card: Card; measure: Measure }[] = []
  let measure: Measure = { frequencies: [], closeness: 0 }
  const matches = compileQuery(query, word => {
    if (isAddress(word)) return listWordTest(word)
    const index = words.findIndex(({ key }) => key === wordKey(word))
    return () => (measure.frequencies[index] ?? 0) > 0
  })
  for (const card of cards) {
    if (words.length > 0) measure = measureCard(card, words)
    for (const [i, frequency] of measure.frequencies.entries()) {
      if (frequency > 0) counts[i] = (counts[i] ?? 0) + 1
    }
    if (matches(new CardText(card, context))) matching.push({ card, measure })
  }
  return { matching, counts }
}

/** Gives words that no card has the patterns of the nearest words that some card has. */
function correct(
  words: readonly SearchWord[],
  counts: readonly number[],
  cards: readonly Card[],
): Correction[] {
  const missing = words.filter(({ isWanted }, i) => isWanted && counts[i] === 0)
  const single = missing.map(({ patterns: [pattern] }) =>
    pattern && isSingle(pattern) ? pattern.words[0] : undefined,
  )
  const found = correctWords(
    single.filter(word => word !== undefined),
    textsOf(cards),
  )
  return missing.map((word, i) => {
    const instead = found.get(single[i] ?? '') ?? []
    if (instead.length > 0) {
      word.patterns = instead.map(text => new TextPattern({ text, isQuoted: false }))
      word.isCorrected = true
    }
    return { word: word.text, instead }
  })
}

/** Only a bare word is corrected: a phrase is meant as it is. */
function isSingle({ words, isWhole }: TextPattern): boolean {
  return words.length === 1 && !isWhole
}

function* textsOf(cards: readonly Card[]): Generator<string> {
  for (const card of cards) {
    for (const field of SEARCH_FIELDS) yield* field.textsOf(card).map(fold)
  }
}

function describe(card: Card, score: number, words: readonly RankedWord[]): SearchHit {
  const snippet = snippetOf(card, words)
  return { card, score, title: highlight(cardTitle(card), words), ...(snippet && { snippet }) }
}

/** So that the last bits of a logarithm, which engines may differ in, never order two cards. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
