import { CST, Lexer } from 'yaml'

/** The 1-based lines of a YAML text on which there is a comment. A `#` inside a value is none. */
export function commentLines(text: string): number[] {
  // Spares most files a pass of the lexer.
  if (!/(?:^|\s)#/.test(text)) return []
  const lines: number[] = []
  let line = 1
  let isScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !isScalar) lines.push(line)
    isScalar = lexeme === CST.SCALAR
    for (let at = lexeme.indexOf('\n'); at !== -1; at = lexeme.indexOf('\n', at + 1)) line++
  }
  return lines
}
