import type { CardKey } from './field-kinds.ts'
import { isAddress, wordFields } from './match-query.ts'
import type { Query, WordQuery } from './query.ts'

/**
 * All that a query, as `list` understands it, can look at of what a card's file says, so that nothing else has to be
 * read. The ID and the path of a card are always there.
 */
export function fieldsOf(query: Query): ReadonlySet<CardKey> {
  return new Set(drawnOn(query, fieldsOfWord))
}

/** The same of a query as `search` understands it, which finds words in the text of the library and not in cards. */
export function filterFieldsOf(query: Query): ReadonlySet<CardKey> {
  return new Set(drawnOn(query, word => (isAddress(word) ? fieldsOfWord(word) : [])))
}

function fieldsOfWord(word: WordQuery): readonly CardKey[] {
  return wordFields(word).flatMap(({ drawsOn }) => drawsOn)
}

function drawnOn(query: Query, ofWord: (word: WordQuery) => readonly CardKey[]): readonly CardKey[] {
  switch (query.kind) {
    case 'all':
      return []
    case 'and':
    case 'or':
      return query.terms.flatMap(term => drawnOn(term, ofWord))
    case 'not':
      return drawnOn(query.term, ofWord)
    case 'saved':
      return drawnOn(query.query, ofWord)
    case 'has':
      return query.fields.flatMap(({ drawsOn }) => drawsOn)
    case 'text':
    case 'range':
      return query.field.drawsOn
    case 'word':
      return ofWord(query)
  }
}
