import { pairEmphasis } from './emphasis.ts'
import { linkTargetAt } from './link-target.ts'
import { type Token, token } from './markdown-token.ts'

/** What of the tokens before waits for its other half. */
export interface Unpaired {
  /** The indices of runs of `*` and `_`. */
  runs: number[]
  /** The `[` and `![`. */
  brackets: { index: number; isImage: boolean }[]
  /** How many of the brackets, from the first, are around a link, and so cannot start another. */
  spent: number
}

/** Adds the token of a `[` or `![`. */
export function openBracket(tokens: Token[], unpaired: Unpaired, isImage: boolean): void {
  unpaired.brackets.push({ index: tokens.length, isImage })
  tokens.push(token(isImage ? '![' : '[', 'sign'))
}

/**
 * Makes a link or an image of what stands between the last open bracket and the `]` at an offset, when a target
 * follows; else the `]` is text. Only http(s) links lead anywhere; of others the text stays.
 * @returns the offset after it
 */
export function closeBracket(tokens: Token[], unpaired: Unpaired, text: string, offset: number): number {
  const opening = unpaired.brackets.pop()
  const isSpent = unpaired.brackets.length < unpaired.spent && opening?.isImage === false
  unpaired.spent = Math.min(unpaired.spent, unpaired.brackets.length)
  const target = opening === undefined || isSpent ? undefined : linkTargetAt(text, offset + 1)
  if (opening === undefined || target === undefined) {
    tokens.push(token(']'))
    return offset + 1
  }
  const bracket = tokens[opening.index]
  if (bracket !== undefined) bracket.text = ''
  if (!opening.isImage) {
    unpaired.spent = unpaired.brackets.length
    if (/^https?:\/\//i.test(target.url)) linkTokens(tokens, opening.index, target.url)
  }
  pairEmphasis(tokens, unpaired.runs, opening.index)
  // Where the emphasis within it ends.
  tokens.push(token(''))
  return target.end
}

/** Links cannot nest, so that no token gets here twice. */
function linkTokens(tokens: Token[], from: number, link: string): void {
  const inside = tokens.slice(from)
  if (inside.every(token => token.text === '')) tokens.push({ ...token(link), link })
  else for (const token of inside) token.link = link
}
