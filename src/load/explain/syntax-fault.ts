import type { Span } from '../../model/place.ts'

/** A syntax error as the parser reports it, with what the words for it need to know about the text. */
export interface SyntaxFault {
  /** The parser's code, such as `BAD_INDENT`, and its message. */
  readonly code: string
  readonly message: string
  /** Where the parser stumbled, as offsets into the text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Offset of the opening quote or bracket that is not closed, if one is. */
  readonly opening: number | undefined
}

/** What happened, what to do, and the text to point at. */
export interface Explanation {
  readonly message: string
  readonly help: string
  readonly span: Span
}

/** How the parser's messages start that are looked at before they are explained. */
export const UNCLOSED_QUOTE = 'Missing closing'
export const TOUCHING_COMMENT = 'Comments must be separated'
