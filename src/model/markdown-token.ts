/** A stretch of inline Markdown: text, the text of a code span, or a sign that may turn out to be markup. */
export interface Token {
  kind: 'text' | 'code' | 'sign'
  text: string
  link?: string
  /** Of a run of `*` or `_`: whether emphasis may start or end here, by what stands around it. */
  canOpen?: boolean
  canClose?: boolean
  /** How many more emphases (strong ones) hold from here on than before. */
  emphasis: number
  strong: number
}

/** A token of plain text, or of the kind given. */
export function token(text: string, kind: Token['kind'] = 'text'): Token {
  return { kind, text, emphasis: 0, strong: 0 }
}

/** Whether a character is ASCII punctuation: all that a backslash escapes. */
export function isEscapable(character: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(character)
}
