import { codeSpanAt, ticksOf } from '../model/code-span.ts'
import type { Span } from '../model/place.ts'
import { Ends, HTML_START, htmlEnd } from './hidden-in-html.ts'

/** A fence of code, perhaps in a quote or a list. (CommonMark 0.31, 4.5) */
const FENCE = /^[ \t>]{0,200}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}){0,9}(?<fence>`{3,}(?=[^`\n]*$)|~{3,})/my

/** Where a paragraph ends, in which a code span has to end. */
const PARAGRAPH_END = /\n[ \t>]*(?:\r?\n|```|~~~)/g

/** A template in JSX, which is no code span: `id={…}` with backticks within the braces. */
const TEMPLATE = '(?<=[\\w-])\\s?=\\s?\\{\\s?`[^`{}\\n]{0,200}`\\s?\\}'

const START = `(?<escaped>\\\\[\`<{\\\\]|${TEMPLATE})|(?<ticks>\`+)|(?<jsx>\\{/\\*)|(?<line>\\n)|${HTML_START}`

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
    while (isLineStart) {
      const fenced = fenceAt(text, start.lastIndex)
      if (!fenced) break
      yield fenced
      start.lastIndex = fenced[1]
      // The end of a quote or a list is where another fence may start.
      isLineStart = text[fenced[1] - 1] === '\n'
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

/** The fence at the start of a line, to its end: one of as many signs, or the end of the quote or list that it is in. */
function fenceAt(text: string, offset: number): Span | undefined {
  FENCE.lastIndex = offset
  const match = FENCE.exec(text)
  const fence = match?.groups?.fence
  if (!match || fence === undefined) return undefined
  const before = match[0].slice(0, -fence.length)
  const indent = before.includes('>') ? 0 : itemIndent(text, offset, before)
  const outside = before.includes('>')
    ? '^(?![ \\t]{0,9}>)|'
    : indent > 0
      ? `^(?= {0,${indent - 1}}[^ \\t\\r\\n])|`
      : ''
  const close = new RegExp(
    `${outside}^[ \\t>]{0,${before.length + 3}}${fence[0]}{${fence.length},}[ \\t]*\\r?$`,
    'gm',
  )
  close.lastIndex = text.indexOf('\n', FENCE.lastIndex) + 1 || text.length
  const end = close.exec(text)
  return [offset, end ? end.index + end[0].length : text.length]
}

/** So many lines back the item of a list may begin in which a fence is. */
const FAR = 50

const ITEM = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})+/

/**
 * How far the item of a list is indented in which a fence is, by what stands before it on its own line or by the nearest
 * line above that is indented less; 0 for none. (CommonMark 0.31, 5.2)
 */
function itemIndent(text: string, offset: number, before: string): number {
  if (before.trim() !== '') return before.length
  if (before === '') return 0
  for (let end = offset - 1, lines = 0; end > 0 && lines < FAR; lines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, Math.min(end, start + 300))
    const item = ITEM.exec(line)?.[0].length
    if (item !== undefined && item <= before.length) return item
    if (line.trim() !== '' && line.search(/\S/) < before.length) return 0
    end = start - 1
  }
  return 0
}

function nextParagraphEnd(text: string, offset: number): number {
  PARAGRAPH_END.lastIndex = offset
  return PARAGRAPH_END.exec(text)?.index ?? text.length
}
