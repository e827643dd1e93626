import { endOf, type SourceNode } from '../load/source-tree.ts'
import { lineStart, type Span } from '../model/place.ts'
import { type Draft, hasMarks, type Place } from './draft.ts'
import { afterLines, beforeBreak, columnOf, isBlankLine, lineEnd, nextLine } from './source-lines.ts'
import type { TextEdit } from './text-edit.ts'

/** An entry of a map or an item of a list. */
interface Part {
  readonly start: number
  readonly end: number
  readonly comma: number | undefined
}

/**
 * Takes an entry or item away: its lines with the comments on them, and what holds it when that has nothing else.
 * @returns the ways to do it, the best first
 */
export function removePart(draft: Draft, place: Place): TextEdit[][] {
  const { parent } = place
  if (parent === undefined || hasMarks(place.node) || parent.node.marked) return []
  const { node } = parent
  const parts = partsOf(node)
  if (parts.length === 1) {
    if (parent.parent !== undefined) return removePart(draft, parent)
    return emptyRoot(node)
  }
  const at = parts.findIndex(({ start }) => start === (place.entry ?? place.item)?.start)
  if (at === -1) return []
  return node.kind === 'map' || node.kind === 'list'
    ? node.flow
      ? [removeFlow(draft.text, parts, at)]
      : removeBlock(draft.text, parts, at)
    : []
}

function partsOf(node: SourceNode): Part[] {
  if (node.kind === 'map')
    return node.entries.map(entry => ({ start: entry.start, end: endOf(entry), comma: entry.comma }))
  if (node.kind === 'list')
    return node.items.map(({ start, value, comma }) => ({
      start,
      end: Math.max(start + (node.flow ? 0 : 1), value.span[1]),
      comma,
    }))
  return []
}

/** The last part of the root: what is left is an empty map or list. */
function emptyRoot(node: SourceNode): TextEdit[][] {
  return [[{ span: node.span, text: node.kind === 'list' ? '[]' : '{}' }]]
}

function removeBlock(text: string, parts: readonly Part[], at: number): TextEdit[][] {
  const { start, end } = parts[at] as Part
  const from = lineStart(text, start)
  const to = afterLines(text, end, columnOf(text, start))
  if (text.slice(from, start).trim() === '') {
    const separated = withSeparator(text, parts, at, [from, to])
    // A text block above that keeps its last blank lines (`|+`) may allow only one of these.
    const spans: (Span | undefined)[] = [
      withBreakAbove(text, separated ?? [from, to]),
      withBlankLines(text, from, to),
      separated,
      [from, to],
      [from, afterBlankLines(text, to)],
    ]
    return spans.flatMap(span => (span ? [[{ span, text: '' }]] : []))
  }
  // The first of a map or list that starts on the line of a dash: what comes next takes its place.
  const ink = text.slice(to).search(/[^ \t\r\n]/)
  return ink === -1 ? [] : [[{ span: [start, to + ink], text: '' }]]
}

/** Where there were blank lines above and below, those on one side are enough; at the ends of the file, none. */
function withBlankLines(text: string, from: number, to: number): Span | undefined {
  const above = from === 0 || isBlankLine(text, lineStart(text, from - 1))
  if (above && isBlankLine(text, to)) return [from, afterBlankLines(text, to)]
  if (from === 0 || to < text.length || !above) return undefined
  let start = from
  while (start > 0 && isBlankLine(text, lineStart(text, start - 1))) start = lineStart(text, start - 1)
  return [start, to]
}

/** The last lines of a text that does not end with a line break: it is not to end with one afterwards either. */
function withBreakAbove(text: string, [from, to]: Span): Span | undefined {
  return from > 0 && to === text.length && !text.endsWith('\n') ? [beforeBreak(text, from), to] : undefined
}

/** Of several parts with blank lines between them, the last goes with the one above it. */
function withSeparator(text: string, parts: readonly Part[], at: number, [from, to]: Span): Span | undefined {
  const [first, second] = parts.slice(-3)
  if (at < 2 || at < parts.length - 1 || first === undefined || second === undefined) return undefined
  const above = lineStart(text, from - 1)
  const isSeparated = isBlankLine(text, afterLines(text, first.end, columnOf(text, second.start)))
  return isSeparated && isBlankLine(text, above) ? [above, to] : undefined
}

function afterBlankLines(text: string, from: number): number {
  let at = from
  while (isBlankLine(text, at)) at = nextLine(text, at)
  return at
}

function removeFlow(text: string, parts: readonly Part[], at: number): TextEdit[] {
  const { start, end, comma } = parts[at] as Part
  const next = parts[at + 1]
  const previous = parts[at - 1]
  const from = lineStart(text, start)
  const last = comma === undefined ? end : comma + 1
  const ownLines =
    text.slice(from, start).trim() === '' && /^[ \t]*(?:#|$)/.test(text.slice(last, lineEnd(text, last)))
  const ownComma: TextEdit[] =
    comma === undefined && previous?.comma !== undefined
      ? [{ span: [previous.comma, previous.comma + 1], text: '' }]
      : []
  if (ownLines) return [...ownComma, { span: [from, nextLine(text, last)], text: '' }]
  if (next) {
    const gap = text.slice(last, next.start)
    return [{ span: [start, gap.includes('#') ? last : next.start], text: '' }]
  }
  const gap = previous ? text.slice(previous.end, start) : ''
  if (previous && !gap.includes('#')) return [{ span: [previous.end, end], text: '' }]
  return [...ownComma, { span: [start, last], text: '' }]
}
