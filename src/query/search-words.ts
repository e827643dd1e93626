import { fold } from '../model/fold.ts'
import { isAddress } from './match-query.ts'
import type { Query, WordQuery } from './query.ts'
import { TextPattern } from './text-pattern.ts'

/** A word or phrase of a query, as `search` looks for it. */
export interface SearchWord {
  /** The same for words that look for the same. */
  readonly key: string
  readonly text: string
  /** Whether cards are wanted that have it: it is not under a NOT. */
  readonly isWanted: boolean
  /** The word itself, or what it was probably meant to be. */
  patterns: readonly TextPattern[]
  isCorrected: boolean
}

/** A word, and how much it says: the fewer cards have it, the more. */
export interface RankedWord extends SearchWord {
  readonly rarity: number
}

/** The words of a query, each once. */
export function searchWords(query: Query): SearchWord[] {
  const words = new Map<string, SearchWord>()
  collect(query, true, words)
  return [...words.values()]
}

/** The key of a word in `searchWords`. */
export function wordKey({ text, isQuoted }: WordQuery): string {
  return `${isQuoted ? '"' : ''}${fold(text)}`
}

function collect(query: Query, isWanted: boolean, words: Map<string, SearchWord>): void {
  switch (query.kind) {
    case 'and':
    case 'or':
      for (const term of query.terms) collect(term, isWanted, words)
      break
    case 'not':
      collect(query.term, !isWanted, words)
      break
    case 'saved':
      collect(query.query, isWanted, words)
      break
    case 'word':
      if (!isAddress(query)) add(query, isWanted, words)
  }
}

function add(word: WordQuery, isWanted: boolean, words: Map<string, SearchWord>): void {
  const key = wordKey(word)
  const known = words.get(key)
  if (known && (known.isWanted || !isWanted)) return
  words.set(key, { key, text: word.text, isWanted, patterns: [new TextPattern(word)], isCorrected: false })
}
