import { brokenLines, isNarrow, type Line, narrowLines } from './broken-lines.ts'
import type { Span } from './span.ts'

/**
 * Breaks spans into lines of at most `width` columns (only a single wider character takes more): at spaces, which go
 * at the end of a line; around East Asian characters; in a word that is too long by itself after `-` or `/`, else
 * between two characters as a reader sees them. A `\n` always breaks.
 */
export function wrapSpans(spans: readonly Span[], width: number): Span[][] {
  // Broken as one text, so that neither words nor characters end where a style does.
  const lines = linesOf(spans.map(span => span.text).join(''), width)
  let index = 0
  let offset = 0
  return lines.map(line => {
    const pieces: Span[] = []
    for (let span = spans[index]; span !== undefined; span = spans[++index]) {
      const text = span.text.slice(Math.max(line.start - offset, 0), Math.max(line.end - offset, 0))
      if (text !== '') pieces.push(text === span.text ? span : { ...span, text })
      if (offset + span.text.length > line.end) break
      offset += span.text.length
    }
    return pieces
  })
}

/** `wrapSpans` for plain text. */
export function wrapText(text: string, width: number): string[] {
  return linesOf(text, width).map(line => text.slice(line.start, line.end))
}

function linesOf(text: string, width: number): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const paragraph of text.split('\n')) {
    const broken = width === Number.POSITIVE_INFINITY || isNarrow(paragraph) ? narrowLines : brokenLines
    for (const line of broken(paragraph, Math.max(1, width)))
      lines.push({ start: start + line.start, end: start + line.end })
    start += paragraph.length + 1
  }
  return lines
}

/** A line of plain text broken to a width; what follows the first is indented by two columns more than it. */
export function hangingLines(line: string, width: number): string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ''}  `
  const [first = '', ...others] = wrapText(line, width)
  if (others.length === 0) return [first]
  const rest = line.slice(first.length).trimStart()
  return [first, ...wrapText(rest, Math.max(1, width - indent.length)).map(text => indent + text)]
}
