import { parseUrl } from '../model/canonical-url.ts'
import type { Card } from '../model/card.ts'
import { type CardTest, CardText } from './card-text.ts'
import { isRangeField, type QueryContext, type TextField } from './field-kinds.ts'
import { FIELDS } from './fields.ts'
import { matchRange } from './match-range.ts'
import { matchText } from './match-text.ts'
import type { Query, WordQuery } from './query.ts'
import { TEXT_BREAK } from './text-pattern.ts'

/**
 * Compiles a query once, for any number of cards. Bare words are looked for in title, label, authors, tags and
 * summary; a bare URL among the addresses.
 */
export function matchQuery(query: Query, context: QueryContext): (card: Card) => boolean {
  const test = compileQuery(query, IN_FIELDS)
  return card => test(new CardText(() => card, context))
}

/** How a bare word is looked for, which is where `list` and `search` differ. */
export interface WordSearch {
  test(word: WordQuery): CardTest
  /** What the test costs: 0 when it looks at no text of the card, -1 when it does not look at the card. */
  cost(word: WordQuery): number
}

export function compileQuery(query: Query, words: WordSearch): CardTest {
  const compile = (term: Query) => compileQuery(term, words)
  const cheapestFirst = (terms: readonly Query[]) =>
    [...terms].sort((a, b) => cost(a, words) - cost(b, words))
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
      return words.test(query)
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
const ADDRESSES = fieldsCalled('url')
const TEXTS = fieldsCalled('title', 'label', 'summary', 'author', 'tag')

/**
 * What bare words are looked for in, as one text, which is folded faster than many. Names and slugs are looked through
 * as text here: a phrase is one there too.
 */
const TEXT: TextField = {
  name: TEXTS.map(({ name }) => name).join(),
  aliases: [],
  kind: 'text',
  description: '',
  example: '',
  drawsOn: TEXTS.flatMap(({ drawsOn }) => drawsOn),
  valuesOf(card, context) {
    let whole = ''
    for (const field of TEXTS) for (const text of field.valuesOf(card, context)) whole += text + TEXT_BREAK
    return [whole]
  },
}

/** Where `list` looks for a bare word. */
export function wordFields(word: WordQuery): readonly TextField[] {
  return isAddress(word) ? ADDRESSES : [TEXT]
}

/** Whether a bare word is a URL, which is looked for as one. */
export function isAddress({ text, isQuoted }: WordQuery): boolean {
  return !isQuoted && parseUrl(text) !== undefined
}

/** Looks for bare words in the fields of `list`. */
const IN_FIELDS: WordSearch = { test: listWordTest, cost: () => 2 }

/** What needs no text goes first, so that text is folded only for the cards that are left. */
function cost(query: Query, words: WordSearch): number {
  switch (query.kind) {
    case 'word':
      return words.cost(query)
    case 'text':
      return query.field.kind === 'text' || query.field.kind === 'name' ? 1 : 0
    case 'not':
      return cost(query.term, words)
    case 'saved':
      return cost(query.query, words)
    case 'and':
    case 'or':
      return Math.max(...query.terms.map(term => cost(term, words)))
    default:
      return 0
  }
}
