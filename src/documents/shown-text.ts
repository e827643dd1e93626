import type { Span } from '../model/place.ts'
import type { Document } from './citation.ts'
import { hiddenInHtml } from './hidden-in-html.ts'
import { hiddenInLatex } from './hidden-in-latex.ts'
import { hiddenInMarkdown } from './hidden-in-markdown.ts'

/**
 * The text of a document with spaces for its comments and for what it shows as code, scripts and styles: nothing is
 * cited there. Offsets stay what they were.
 */
export function shownText({ kind, text }: Document): string {
  return withSpaces(text, hiddenIn(kind, text))
}

/** The comments of a document, and what it shows as code, scripts and styles, in their order. */
export function hiddenIn(kind: Document['kind'], text: string): Iterable<Span> {
  return HIDDEN_IN[kind](text)
}

/** A text with spaces in place of some spans, in their order. */
export function withSpaces(text: string, spans: Iterable<Span>): string {
  let shown = ''
  let offset = 0
  for (const [start, end] of spans) {
    shown += text.slice(offset, start) + ' '.repeat(end - start)
    offset = end
  }
  return shown + text.slice(offset)
}

const HIDDEN_IN: Readonly<Record<Document['kind'], (text: string) => Iterable<Span>>> = {
  markdown: hiddenInMarkdown,
  latex: hiddenInLatex,
  html: hiddenInHtml,
}
