import { CST, Lexer, Parser } from 'yaml'
import { type CheckedText, MAX_ERRORS } from './checked-text.ts'

/** Maps and lists within each other, at most. Cards need three or four. */
export const MAX_NESTING = 64

/** A piece of the text and where it starts. */
export interface Mark {
  readonly source: string
  readonly start: number
}

/** The syntax tree, with what its errors and values do not tell of where they come from. */
export interface Scan {
  readonly tokens: CST.Token[]
  /** Anchors and tags, in the order of the text. */
  readonly marks: Mark[]
  readonly quotes: Mark[]
  /** Brackets that nothing closes. */
  readonly unclosed: number[]
  /** Comments on lines of their own with no space after the #. */
  readonly tightComments: number[]
}

/**
 * Splits the text into a syntax tree. The parser keeps its own stack, so here deep nesting is safe and can be
 * refused before the steps after it, which recurse.
 */
export function scanTokens(file: CheckedText): Scan {
  const scan: Scan = { tokens: [], marks: [], quotes: [], unclosed: [], tightComments: [] }
  const open: number[] = []
  const parser = new Parser()
  let scalar = false
  let errors = 0
  for (const lexeme of new Lexer().lex(file.text)) {
    const start = parser.offset
    for (const token of parser.next(lexeme)) {
      scan.tokens.push(token)
      // Enough is wrong already; megabytes of closing brackets need not be read to the end.
      if (token.type === 'directive' && !/^%YAML +1\.\d+$/.test(token.source)) reportDirective(file, token)
      if (token.type === 'error' && ++errors > 10 * MAX_ERRORS) return scan
    }
    if (parser.stack.length > MAX_NESTING && nesting(parser) > MAX_NESTING) {
      file.error(
        start,
        start + 1,
        `Here maps and lists are nested more than ${MAX_NESTING} levels deep.`,
        'Put the value in quotes if it is text; a card needs only a few levels.',
      )
      return scan
    }
    if (scalar) scalar = false
    else if (lexeme === CST.SCALAR) scalar = true
    else if (lexeme === CST.FLOW_END) scan.unclosed.push(...open.splice(0).slice(-1))
    else if (lexeme === '[' || lexeme === '{') open.push(start)
    else if (lexeme === ']' || lexeme === '}') open.pop()
    else if (lexeme[0] === '&' || lexeme[0] === '!') scan.marks.push({ source: lexeme, start })
    else if (isTightComment(lexeme, file.text, start)) scan.tightComments.push(start)
    else if (lexeme[0] === '"' || lexeme[0] === "'") scan.quotes.push({ source: lexeme, start })
  }
  scan.tokens.push(...parser.end())
  scan.unclosed.push(...open.slice(-1))
  return scan
}

function reportDirective(file: CheckedText, { source, offset }: { source: string; offset: number }): void {
  file.error(
    offset,
    offset + source.length,
    `${/^%TAG\b/.test(source) ? 'Tag definitions (%TAG) are not read' : 'A line that starts with % is an instruction to YAML readers, and this one is unknown'}.`,
    'Delete the line, or put the text in quotes.',
  )
}

function isTightComment(lexeme: string, text: string, start: number): boolean {
  if (lexeme[0] !== '#' || lexeme.length < 2 || lexeme[1] === ' ') return false
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === ''
}

function nesting(parser: Parser): number {
  return parser.stack.filter(token => 'items' in token).length
}
