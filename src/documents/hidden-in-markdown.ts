import { codeSpanAt, ticksOf } from '../model/code-span.ts'
import type { Span } from '../model/place.ts'
import { Ends, HTML_START, htmlEnd } from './hidden-in-html.ts'

/** A fence of code, perhaps in a quote or a list. (CommonMark 0.31, 4.5) */
const FENCE = /^[ \t>]{0,200}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}){0,9}(?<fence>`{3,}(?=[^`\n]*$)|~{3,})/my

/** Where a paragraph ends, in which a code span has to end. */
const PARAGRAPH_END = /\n[ \t>]*(?:\r?\n|```|~~~)/g

const START = `(?<escaped>\\\\[\`<{\\\\])|(?<ticks>\`+)|(?<jsx>\\{/\\*)|(?<line>\\n)|${HTML_START}`

/**
 * The comments of a Markdown or MDX document and what it shows as code (fences, code spans, `pre` and `code`), in their
 * order. Indented code counts as text, as the paragraphs of lists are indented, too.
 */
export function* hiddenInMarkdown(text: string): Iterable<Span> {
  const ends = new Ends(text)
  const ticks = ticksOf(text)
  const start = new RegExp(START, 'gi')
  let paragraphEnd = -1
  let isLineStart = true
  for (;;) {
    const fenced = isLineStart ? fenceAt(text, start.lastIndex) : undefined
    if (fenced) {
      yield fenced
      start.lastIndex = fenced[1]
    }
    isLineStart = false
    const match = start.exec(text)
    if (!match) return
    const { escaped, ticks: run, jsx, line, element } = match.groups ?? {}
    isLineStart = line !== undefined
    if (isLineStart || escaped !== undefined) continue
    let end: number | undefined
    if (run !== undefined) {
      if (paragraphEnd < match.index) paragraphEnd = nextParagraphEnd(text, match.index)
      const code = codeSpanAt(text, match.index, ticks)
      end = code.found.kind === 'code' && code.end <= paragraphEnd ? code.end : undefined
    } else end = ends.after(jsx === undefined ? htmlEnd(element) : '\\*/\\s{0,9}\\}', start.lastIndex)
    if (end === undefined) continue
    yield [match.index, end]
    start.lastIndex = end
  }
}

/** The fence at the start of a line, to its end: one of as many signs, or the end of the quote that it is in. */
function fenceAt(text: string, offset: number): Span | undefined {
  FENCE.lastIndex = offset
  const match = FENCE.exec(text)
  const fence = match?.groups?.fence
  if (!match || fence === undefined) return undefined
  const before = match[0].slice(0, -fence.length)
  const isQuoted = before.includes('>')
  const close = new RegExp(
    `^[ \\t>]{0,${before.length + 3}}${fence[0]}{${fence.length},}[ \\t]*\\r?$${isQuoted ? '|^(?![ \\t]{0,9}>)' : ''}`,
    'gm',
  )
  close.lastIndex = text.indexOf('\n', FENCE.lastIndex) + 1 || text.length
  const end = close.exec(text)
  return [offset, end ? end.index + end[0].length : text.length]
}

function nextParagraphEnd(text: string, offset: number): number {
  PARAGRAPH_END.lastIndex = offset
  return PARAGRAPH_END.exec(text)?.index ?? text.length
}
