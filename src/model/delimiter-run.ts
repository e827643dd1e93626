import { isEscapable, type Token, token } from './markdown-token.ts'

/** The run of `*` or `_` at an offset, and whether emphasis may open and close there (CommonMark 0.31 § 6.2). */
export function delimiterRunAt(text: string, offset: number): Token {
  const size = sizeOfRun(text, offset)
  const before = kindOf(characterBefore(text, offset))
  const after = kindOf(String.fromCodePoint(text.codePointAt(offset + size) ?? 0x20))
  const isLeft = after !== 'space' && (after !== 'punctuation' || before !== 'letter')
  const isRight = before !== 'space' && (before !== 'punctuation' || after !== 'letter')
  // Underscores within a word are part of it.
  const isUnderscore = text[offset] === '_'
  const run = token(text.slice(offset, offset + size), 'sign')
  run.canOpen = isLeft && (!isUnderscore || !isRight || before === 'punctuation')
  run.canClose = isRight && (!isUnderscore || !isLeft || after === 'punctuation')
  return run
}

/** How often the character at an offset is repeated. */
export function sizeOfRun(text: string, offset: number): number {
  let end = offset + 1
  while (text[end] === text[offset] && end < text.length) end++
  return end - offset
}

/** The whole character that ends at an offset; a space at the start of a text. */
export function characterBefore(text: string, offset: number): string {
  if (offset === 0) return ' '
  const unit = text.charCodeAt(offset - 1)
  return text.slice(offset - (unit >= 0xdc00 && unit <= 0xdfff ? 2 : 1), offset)
}

function kindOf(character: string): 'space' | 'punctuation' | 'letter' {
  if (/\s/.test(character)) return 'space'
  const isPunctuation = character < '\x80' ? isEscapable(character) : /[\p{P}\p{S}]/u.test(character)
  return isPunctuation ? 'punctuation' : 'letter'
}
