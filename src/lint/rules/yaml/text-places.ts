import { CheckedText } from '../../../load/checked-text.ts'
import { scanTokens } from '../../../load/scan-tokens.ts'
import type { Span } from '../../../model/place.ts'

/** What of a token of the parser's syntax tree is looked at here. */
interface Token {
  readonly type?: string
  readonly offset?: number
  readonly source?: string
  readonly props?: readonly Token[]
}

/** The places in a YAML text where white space matters, or where it parts one thing from another. */
export interface TextPlaces {
  /** The lines of text blocks, and texts in quotes, in the order of the file. */
  readonly texts: readonly Span[]
  /** The white space between keys, values, dashes and comments. */
  readonly gaps: readonly Span[]
}

/** Finds the texts of a file, and the white space between its parts. */
export function textPlaces(text: string): TextPlaces {
  const texts: Span[] = []
  const gaps: Span[] = []
  const visit = (token: Token): void => {
    const { type, offset = 0, source = '' } = token
    if (type === 'space') gaps.push([offset, offset + source.length])
    else if (type === 'double-quoted-scalar' || type === 'single-quoted-scalar')
      texts.push([offset, offset + source.length])
    else if (type === 'block-scalar') {
      const header = (token.props ?? []).reduce((sum, prop) => sum + (prop.source?.length ?? 0), 0)
      texts.push([offset + header, offset + header + source.length])
    }
    for (const part of Object.values(token))
      for (const child of Array.isArray(part) ? part : [part])
        if (typeof child === 'object' && child !== null) visit(child)
  }
  for (const token of scanTokens(new CheckedText(text)).tokens) visit(token as Token)
  const inOrder = (spans: Span[]) => spans.sort((a, b) => a[0] - b[0])
  return { texts: inOrder(texts), gaps: inOrder(gaps) }
}
