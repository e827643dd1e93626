import type { Span, Text, WordQuery } from './query.ts'
import { type QuerySource, queryError } from './query-error.ts'

/** A value as written: `text` is without the quotes. */
export type RawValue = Span & Text

export type Token =
  | (Span & { readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' })
  | WordQuery
  | (Span & { readonly kind: 'saved'; readonly name: string })
  | FieldToken

/** `name:value,value`; the span of the name goes up to the colon. */
export interface FieldToken extends Span {
  readonly kind: 'field'
  readonly name: Span & { readonly text: string }
  readonly values: readonly RawValue[]
}

/** A query, and its parentheses that belong to words: `Foo_(bar)`. */
interface Lexing extends QuerySource {
  readonly closed: ReadonlyMap<number, number>
}

const KEYWORDS = ['AND', 'OR', 'NOT'] as const
const FIELD_NAME = /([A-Za-z][\w.-]*):(?!\/\/)/y

/**
 * Takes a query apart. A `-` before a term is its `NOT`.
 * @throws CardsError for a quote that is not closed, or a group as the value of a field
 */
export function lexQuery(source: QuerySource): Token[] {
  const { text } = source
  const lexing = { ...source, closed: closedParentheses(text) }
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    if (at >= text.length) return tokens
    const token = tokenAt(lexing, at)
    tokens.push(token)
    at = token.end
  }
}

function tokenAt(lexing: Lexing, start: number): Token {
  const { text } = lexing
  const character = text.charAt(start)
  if (character === '(' || character === ')') return { kind: character, start, end: start + 1 }
  if (character === '-' && !/^[\s)]?$/.test(text.charAt(start + 1)))
    return { kind: 'NOT', start, end: start + 1 }
  if (character === '"') {
    const value = quotedAt(lexing, start, /[\s()]/)
    return { kind: 'word', ...value }
  }
  FIELD_NAME.lastIndex = start
  const name = FIELD_NAME.exec(text)?.[1]
  if (name !== undefined) return fieldAt(lexing, start, name)
  const end = plainEnd(lexing, start)
  const word = text.slice(start, end)
  const keyword = KEYWORDS.find(known => known === word)
  if (keyword) return { kind: keyword, start, end }
  if (character === '@' && word.length > 1) return { kind: 'saved', name: word.slice(1), start, end }
  return { kind: 'word', text: word, isQuoted: false, start, end }
}

function fieldAt(lexing: Lexing, start: number, name: string): Token {
  const { text } = lexing
  const colon = start + name.length
  const values: RawValue[] = []
  let end = colon
  do {
    const from = end + 1
    if (text[from] === '(') {
      const hint = `For any of several write ${name}:a,b, or (${name}:a OR ${name}:b).`
      throw queryError(lexing, { start: from, end: from + 1 }, 'the value of a field cannot be a group', hint)
    }
    const value = text[from] === '"' ? quotedAt(lexing, from, /[\s(),]/) : plainValue(lexing, from)
    values.push(value)
    end = value.end
  } while (text[end] === ',')
  return { kind: 'field', name: { text: name, start, end: colon }, values, start, end }
}

function plainValue(lexing: Lexing, start: number): RawValue {
  const end = plainEnd(lexing, start, ',')
  return { text: lexing.text.slice(start, end), isQuoted: false, start, end }
}

/** Reads `"…"`, in which a backslash takes the next character as it is. */
function quotedAt(lexing: Lexing, start: number, mayFollow: RegExp): RawValue {
  const { text } = lexing
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') {
      const end = at + 1
      if (end === text.length || mayFollow.test(text.charAt(end)))
        return { text: value, isQuoted: true, start, end }
      const hint = 'Put a space after it, or write \\" for a quote that belongs to the text.'
      throw queryError(lexing, { start: at, end }, 'the text goes on after its closing quote', hint)
    }
    if (text[at] === '\\' && at + 1 < text.length) at++
    value += text.charAt(at)
  }
  const hint = 'Close it with another ". In a shell put the whole query in single quotes.'
  throw queryError(lexing, { start, end: start + 1 }, 'this quote is never closed', hint)
}

/** The end of a word: white space, the `)` of a group, or `stop`. Parentheses that belong to it are closed in it. */
function plainEnd({ text, closed }: Lexing, start: number, stop?: string): number {
  let end = start
  while (end < text.length && !/[\s)]/.test(text.charAt(end)) && text[end] !== stop) {
    if (text[end] !== '(') end++
    else {
      const isKeyword = KEYWORDS.some(keyword => keyword === text.slice(start, end))
      const close = isKeyword ? undefined : closed.get(end)
      if (close === undefined) return end
      end = close + 1
    }
  }
  return end
}

/** For each parenthesis that is closed before any white space, where. */
function closedParentheses(text: string): Map<number, number> {
  const closed = new Map<number, number>()
  let open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at)
    else if (text[at] === ')') {
      const last = open.pop()
      if (last !== undefined) closed.set(last, at)
    } else if (open.length > 0 && /\s/.test(text.charAt(at))) open = []
  }
  return closed
}
