import type { Written } from './bare-values.ts'
import { type Draft, hasMarks, indentsOf, isInFlow, type Place } from './draft.ts'
import { emptiedList } from './emptied-list.ts'
import { withBreaks } from './insert-part.ts'
import { inOwnStyle } from './own-style.ts'
import { inPlaceOf, quotedEdits, scalarEdits } from './scalar-edit.ts'
import { lineText, WIDTH } from './scalar-text.ts'
import { afterLines, beforeBreak, breakAt, columnOf, lineEnd } from './source-lines.ts'
import type { TextEdit } from './text-edit.ts'
import { blockText, flowText, isBlock, leafText, partsText, type WrittenParts } from './value-text.ts'

/**
 * Gives the value at a place, which is not the root, another.
 * @returns the ways to do it, the best first
 */
export function setValue(draft: Draft, place: Place, value: Written): TextEdit[][] {
  const { text } = draft
  const { node, entry, item } = place
  if (hasMarks(node)) return []
  const ways = [firstWay(draft, place, value), inQuotes(draft, place, value)]
  const eol = breakAt(text, (entry ?? item)?.start ?? 0)
  return ways.flatMap(edits =>
    edits ? [edits.map(edit => ({ ...edit, text: withBreaks(edit.text, eol) }))] : [],
  )
}

function firstWay(draft: Draft, place: Place, value: Written): TextEdit[] | undefined {
  const { node } = place
  // A comment within brackets that are empty so far, or behind a value on a line of its own, stays.
  if (isBlank(node) && isBlock(value) && draft.text.slice(...node.span).includes('#'))
    return fillBrackets(draft.text, node, value)
  const emptied = isEmptyList(value) && !isInFlow(place) ? emptiedList(draft.text, place) : undefined
  if (emptied) return emptied
  const isLine = node.kind === 'scalar' && /^(?:plain|single|double)$/.test(node.style)
  if (isLine && (typeof value === 'number' || typeof value === 'boolean'))
    return [{ span: node.span, text: flowText(value) }]
  return isInFlow(place) ? inFlow(draft, place, value) : inBlock(draft, place, value)
}

/** Puts items or entries before the closing bracket, for comments end their line. */
function fillBrackets(text: string, { span }: Place['node'], value: WrittenParts): TextEdit[] {
  const close = span[1] - 1
  const gap = columnOf(text, close) === 0 ? '  ' : ''
  return [{ span: [close, close], text: `${gap}${flowText(value).slice(1, -1).trim()} ` }]
}

function isEmptyList(value: Written): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Double quotes hold any text, also where a comment below would become the last line of a block. */
function inQuotes({ text }: Draft, place: Place, value: Written): TextEdit[] | undefined {
  const { node, entry, item } = place
  const holder = entry ?? item
  if (holder === undefined || node.kind !== 'scalar' || node.style === 'empty' || typeof value !== 'string')
    return undefined
  return quotedEdits(text, node, value, { indent: columnOf(text, holder.start) + 2, flow: isInFlow(place) })
}

function inFlow(draft: Draft, place: Place, value: Written): TextEdit[] {
  const { text } = draft
  const { node, entry } = place
  if (node.kind === 'scalar' && node.style === 'empty') {
    const colon = entry?.colon === undefined ? ': ' : ' '
    return [{ span: node.span, text: colon + flowText(value) }]
  }
  if (node.kind === 'scalar' && typeof value === 'string') {
    const spot = { indent: 0, flow: true }
    const own = inOwnStyle(draft, place, value, spot)
    if (own !== undefined) return inPlaceOf(text, node.span, own)
    return scalarEdits(text, node, value, spot)
  }
  return [{ span: node.span, text: flowText(value) }]
}

function inBlock(draft: Draft, place: Place, value: Written): TextEdit[] | undefined {
  const { text } = draft
  const { node, entry, item } = place
  const holder = entry ?? item
  const after = entry ? entry.colon : item?.start
  if (holder === undefined || after === undefined) return undefined
  const column = columnOf(text, holder.start)
  const indent = column + 2
  if (node.kind === 'scalar' && node.style !== 'empty' && typeof value === 'string') {
    const spot = { indent, flow: false }
    const own = inOwnStyle(draft, place, value, spot)
    if (own !== undefined) return inPlaceOf(text, node.span, own)
    return scalarEdits(text, node, value, spot)
  }
  if (node.kind !== 'scalar' && node.kind !== 'alias' && node.flow && !isBlank(node) && !isBlock(value)) {
    const line = flowText(value)
    if (columnOf(text, node.span[0]) + line.length <= WIDTH) return [{ span: node.span, text: line }]
  }
  const stretch = stretchOf(text, after + 1, place, column)
  if (!isBlock(value)) return putInline(text, stretch, leafText(value, stretch.column, indent), value)
  const indents = indentsOf(draft)
  // An item's list or map starts on the line of its dash.
  if (item && stretch.comment === '')
    return [{ span: [after + 1, stretch.end], text: ` ${partsText(value, indent, indents)}` }]
  const lines = item
    ? `\n${' '.repeat(indent)}${partsText(value, indent, indents)}`
    : `\n${blockText(value, column, indents)}`
  if (!stretch.inline) return [{ span: [stretch.lineEnd, stretch.end], text: lines }]
  const comment = stretch.comment === '' ? '' : ` ${stretch.comment}`
  return [{ span: [after + 1, stretch.lineEnd], text: comment + lines }]
}

function isBlank(node: Place['node']): boolean {
  return (
    (node.kind === 'list' && node.items.length === 0) || (node.kind === 'map' && node.entries.length === 0)
  )
}

/** What of the text a value takes, after its colon or dash. */
interface Stretch {
  readonly after: number
  /** The column in which a value on that line starts. */
  readonly column: number
  /** Whether the value starts on the line of its colon or dash. */
  readonly inline: boolean
  /** The end of the value; when it stands on lines of its own, of the last of them, and of comments that are its own. */
  readonly end: number
  /** The comment on the line of the colon or dash that is to stay. */
  readonly comment: string
  /** The end of the last line of what is inline, else of that of the colon or dash. */
  readonly lineEnd: number
}

function stretchOf(text: string, after: number, { node }: Place, column: number): Stretch {
  const [start, end] = node.span
  const shared = { after, column: columnOf(text, after) + 1 }
  const isBlockScalar = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')
  if (isBlockScalar) {
    const header = text.slice(start, lineEnd(text, start))
    const comment = header.includes('#') ? header.slice(header.indexOf('#')) : ''
    return { ...shared, inline: true, end, comment, lineEnd: end }
  }
  const isEmpty = start === end
  const inline = !(isEmpty || text.slice(after, start).includes('\n'))
  if (inline) {
    const stop = lineEnd(text, end)
    return { ...shared, inline, end, comment: text.slice(end, stop).trim(), lineEnd: stop }
  }
  const stop = lineEnd(text, after)
  const last = isEmpty ? stop : lineEnd(text, beforeBreak(text, afterLines(text, end, column)))
  return { ...shared, inline, end: last, comment: text.slice(after, stop).trim(), lineEnd: stop }
}

/** Puts what starts on the line of the colon or dash. */
function putInline(text: string, stretch: Stretch, leaf: string, value: Written): TextEdit[] {
  const { after, inline, end, comment, lineEnd } = stretch
  // The comment in the header of a text block.
  if (inline && lineEnd === end && comment !== '') leaf += ` ${comment}`
  if (inline) {
    const start = after + (/^ +/.exec(text.slice(after, end))?.[0].length ?? 0)
    return start === after ? [{ span: [after, end], text: ` ${leaf}` }] : inPlaceOf(text, [start, end], leaf)
  }
  const rest: TextEdit[] = end > lineEnd ? [{ span: [lineEnd, end], text: '' }] : []
  if (comment === '') return [{ span: [after, end], text: ` ${leaf}` }]
  const feed = leaf.indexOf('\n')
  if (feed === -1) return [{ span: [after, after], text: ` ${leaf}` }, ...rest]
  if (!leaf.startsWith('>')) return [{ span: [after, after], text: ` ${lineText(value as string)}` }, ...rest]
  return [
    { span: [after, after], text: ` ${leaf.slice(0, feed)}` },
    { span: [lineEnd, end], text: leaf.slice(feed) },
  ]
}
