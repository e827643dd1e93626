import { parseUrl } from '../model/canonical-url.ts'
import type { Card } from '../model/card.ts'
import { type CardTest, CardText } from './card-text.ts'
import { isRangeField, type QueryContext, type TextField } from './field-kinds.ts'
import { FIELDS } from './fields.ts'
import { matchRange } from './match-range.ts'
import { matchText } from './match-text.ts'
import type { Query, WordQuery } from './query.ts'

/**
 * Compiles a query once, for any number of cards. Bare words are looked for in title, label, authors, tags and
 * summary; a bare URL among the addresses.
 */
export function matchQuery(query: Query, context: QueryContext): (card: Card) => boolean {
  const test = compileQuery(query, listWordTest)
  return card => test(new CardText(card, context))
}

/** @param wordTest the test for a bare word, which is where `list` and `search` differ */
export function compileQuery(query: Query, wordTest: (word: WordQuery) => CardTest): CardTest {
  const compile = (term: Query) => compileQuery(term, wordTest)
  switch (query.kind) {
    case 'all':
      return () => true
    case 'and': {
      const tests = cheapestFirst(query.terms).map(compile)
      return text => tests.every(test => test(text))
    }
    case 'or': {
      const tests = cheapestFirst(query.terms).map(compile)
      return text => tests.some(test => test(text))
    }
    case 'not': {
      const test = compile(query.term)
      return text => !test(text)
    }
    case 'has':
      return ({ card, context }) => query.fields.some(field => field.isIn(card, context))
    case 'saved':
      return compile(query.query)
    case 'text':
      return anyOf(query.values.map(value => matchText(query.field, value)))
    case 'range':
      return anyOf(query.values.map(value => matchRange(query.field, value)))
    case 'word':
      return wordTest(query)
  }
}

function anyOf(tests: readonly CardTest[]): CardTest {
  const [only] = tests
  return only && tests.length === 1 ? only : text => tests.some(test => test(text))
}

/** Looks for a bare word in the fields of `list`. */
export function listWordTest(word: WordQuery): CardTest {
  return anyOf(wordFields(word).map(field => matchText(field, word)))
}

const fieldsCalled = (...names: string[]) =>
  FIELDS.filter(field => !isRangeField(field)).filter(({ name }) => names.includes(name))
const PROSE = fieldsCalled('title', 'label', 'summary')

/** Names and slugs are looked through as text here: a phrase is one there too. */
const AS_TEXT = fieldsCalled('author', 'tag').map((field): TextField => ({ ...field, kind: 'text' }))
const ADDRESSES = fieldsCalled('url')

function wordFields(word: WordQuery): readonly TextField[] {
  return isAddress(word) ? ADDRESSES : [...PROSE, ...AS_TEXT]
}

/** Whether a bare word is a URL, which is looked for as one. */
export function isAddress({ text, isQuoted }: WordQuery): boolean {
  return !isQuoted && parseUrl(text) !== undefined
}

/** What needs no text goes first, so that text is folded only for the cards that are left. */
function cheapestFirst(terms: readonly Query[]): Query[] {
  return [...terms].sort((a, b) => cost(a) - cost(b))
}

function cost(query: Query): number {
  switch (query.kind) {
    case 'word':
      return 2
    case 'text':
      return query.field.kind === 'text' || query.field.kind === 'name' ? 1 : 0
    case 'not':
      return cost(query.term)
    case 'saved':
      return cost(query.query)
    case 'and':
    case 'or':
      return Math.max(...query.terms.map(cost))
    default:
      return 0
  }
}
