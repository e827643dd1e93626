import type { QueryConfig } from './find-field.ts'
import { lexQuery, type Token } from './lex-query.ts'
import { parseField } from './parse-field.ts'
import type { Query, Span, WordQuery } from './query.ts'
import { type QuerySource, queryError } from './query-error.ts'
import { SavedFilters } from './saved-filters.ts'

const DEEPEST = 100

/**
 * Reads a query.
 * @param text arguments of a command line are joined by spaces
 * @param config saved filters and the library's own fields
 * @throws CardsError (`usage`) that shows the place of the mistake
 */
export function parseQuery(text: string, config: QueryConfig = {}): Query {
  return parseSource({ text }, config, new SavedFilters(config, parseSource))
}

function parseSource(source: QuerySource, config: QueryConfig, saved: SavedFilters): Query {
  return new Parser(source, config, saved).parse()
}

/** By recursive descent: `or` of `and` of `NOT` of a term. AND binds closer than OR. */
class Parser {
  private readonly tokens: readonly Token[]
  private next = 0
  private depth = 0
  private readonly source: QuerySource
  private readonly config: QueryConfig
  private readonly saved: SavedFilters

  constructor(source: QuerySource, config: QueryConfig, saved: SavedFilters) {
    this.source = source
    this.config = config
    this.saved = saved
    this.tokens = lexQuery(source)
  }

  parse(): Query {
    if (this.tokens.length === 0) return { kind: 'all', start: 0, end: this.source.text.length }
    const query = this.alternatives()
    const rest = this.tokens[this.next]
    if (rest) throw this.error(rest, 'no parenthesis is open here', 'Remove it, or write it in quotes.')
    return query
  }

  private alternatives(open?: Token): Query {
    const terms = [this.conjunction(open)]
    for (let or = this.take('OR'); or; or = this.take('OR')) terms.push(this.conjunction(or))
    return group('or', terms)
  }

  private conjunction(operator?: Token): Query {
    const terms = [this.term(operator)]
    for (;;) {
      const and = this.take('AND')
      const following = this.tokens[this.next]?.kind
      if (!and && (following === undefined || following === 'OR' || following === ')'))
        return group('and', terms)
      terms.push(this.term(and))
    }
  }

  /** @param operator what asks for a term here, to be blamed when there is none */
  private term(operator?: Token): Query {
    const token = this.tokens[this.next]
    if (!token || token.kind === ')') throw this.missing(operator ?? token)
    if (token.kind === 'AND' || token.kind === 'OR') {
      throw operator && operator.kind !== '(' ? this.missing(operator) : this.missing(token, 'before')
    }
    this.next++
    switch (token.kind) {
      case 'NOT':
      case '(':
        return this.nested(token)
      case 'field':
        return parseField(token, this.source, this.config)
      case 'saved':
        return this.saved.resolve(token, this.source)
      case 'word':
        return this.word(token)
    }
  }

  private word(token: WordQuery): Query {
    if (token.text.trim() !== '') return token
    throw this.error(
      token,
      'there is nothing between the quotes',
      'Write words between them, or remove them.',
    )
  }

  private nested(token: Token): Query {
    if (++this.depth > DEEPEST) {
      throw this.error(
        token,
        'the query is nested too deeply',
        `No more than ${DEEPEST} levels of parentheses and NOT.`,
      )
    }
    const query = token.kind === '(' ? this.parenthesised(token) : this.negated(token)
    this.depth--
    return query
  }

  private negated({ start }: Token): Query {
    const term = this.term(this.tokens[this.next - 1])
    return { kind: 'not', term, start, end: term.end }
  }

  private parenthesised(open: Token): Query {
    const query = this.alternatives(open)
    const close = this.take(')')
    if (!close) throw this.error(open, 'this parenthesis is never closed', 'Close it with ).')
    return { ...query, start: open.start, end: close.end }
  }

  private missing(token: Token | undefined, where = 'after') {
    const end = this.source.text.length
    const isParenthesis = token?.kind === '(' || token?.kind === ')'
    const name = isParenthesis ? 'this parenthesis' : (token?.kind ?? 'the query')
    const side = token?.kind === ')' ? 'before' : where
    const hint = isParenthesis ? 'Put one there, or remove it.' : `To look for the word, write "${name}".`
    return this.error(token ?? { start: end, end }, `${name} needs a term ${side} it`, hint)
  }

  private take(kind: Token['kind']): Token | undefined {
    const token = this.tokens[this.next]
    if (token?.kind !== kind) return undefined
    this.next++
    return token
  }

  private error(span: Span, message: string, hint: string | undefined) {
    return queryError(this.source, span, message, hint)
  }
}

function group(kind: 'and' | 'or', terms: readonly Query[]): Query {
  const [first, ...others] = terms
  const last = others.at(-1)
  if (first && !last) return first
  return { kind, terms, start: first?.start ?? 0, end: last?.end ?? 0 }
}
