import { type Span, type Style, span } from './span.ts'
import { stars } from './stars.ts'
import { paint, type Terminal } from './theme.ts'
import { wrapSpans } from './wrap.ts'

/** A text with the places in it that matched: start and end (exclusive), in UTF-16 units. */
export interface MarkedText {
  readonly text: string
  readonly highlights: readonly (readonly [start: number, end: number])[]
}

/** What a hit of a search shows. */
export interface HitView {
  readonly id: string
  readonly title: MarkedText
  readonly rating: number | undefined
  /** Short facts such as type, author and year. */
  readonly facts: readonly string[]
  readonly snippet?: MarkedText | undefined
}

/** A hit on a few lines: its title, what it is, and the passage that matched. */
export function hitBlock(
  { id, title, rating, facts, snippet }: HitView,
  terminal: Terminal,
  width: number,
): string {
  const about: Span[] = [
    span(id, 'id'),
    span('  '),
    ...(rating === undefined ? [] : [stars(rating, terminal), span('  ')]),
  ]
  const lines = [
    ...wrapSpans(marked(title, 'title'), width),
    ...wrapSpans([...about, span(facts.join(' · '), 'muted')], width),
    ...(snippet ? wrapSpans(marked(snippet), width - 2).map(line => [span('  '), ...line]) : []),
  ]
  return lines.map(line => `${paint(line, terminal).trimEnd()}\n`).join('')
}

/** The text in spans: what matched stands out. */
function marked({ text, highlights }: MarkedText, ...styles: Style[]): Span[] {
  const spans: Span[] = []
  let offset = 0
  for (const [start, end] of highlights) {
    if (start > offset) spans.push(span(text.slice(offset, start), ...styles))
    spans.push(span(text.slice(start, end), ...styles, 'match'))
    offset = end
  }
  if (offset < text.length) spans.push(span(text.slice(offset), ...styles))
  return spans
}
