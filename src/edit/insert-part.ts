import { endOf, type SourceEntry, type SourceList, type SourceMap } from '../load/source-tree.ts'
import { lineStart } from '../model/place.ts'
import type { Written } from './bare-values.ts'
import { type Draft, indentsOf, type Place, partsColumn } from './draft.ts'
import { keyOrder } from './key-order.ts'
import { afterLines, breakAt, isBlankLine, lineEnd, nextLine } from './source-lines.ts'
import type { TextEdit } from './text-edit.ts'
import { entryText, flowEntry, flowText, itemText } from './value-text.ts'

/**
 * Adds a key to a map that has others: where the schema's order has it, else at the end.
 * @returns the ways to do it, the best first
 */
export function insertKey(
  draft: Draft,
  { pointer }: Place,
  map: SourceMap,
  key: string,
  value: Written,
): TextEdit[][] {
  const { text } = draft
  const { entries } = map
  const after = entryBefore(entries, keyOrder(draft.kind, pointer), key)
  if (map.flow) {
    if (text[map.span[0]] !== '{') return []
    const parts = entries.map(entry => ({ start: entry.start, end: endOf(entry), comma: entry.comma }))
    return ways(insertFlow(text, parts, after, [flowEntry(key, value)]))
  }
  const column = partsColumn(text, map)
  const ends = entries.map(entry => ({ start: entry.start, end: endOf(entry) }))
  const first = ends[0]?.start ?? 0
  const written = entryText(key, value, column, indentsOf(draft))
  const place = after === -1 && hasOwnComment(text, first) ? 0 : after
  const spaced = blankBetween(text, ends, place, column)
  return ways(
    insertBlock(text, ends, place, column, written, spaced),
    spaced ? insertBlock(text, ends, place, column, written, false) : undefined,
  )
}

/** Adds items to a list that has others, after one of them; the ways to do it, the best first. */
export function insertItems(
  draft: Draft,
  list: SourceList,
  after: number,
  values: readonly Written[],
): TextEdit[][] {
  const { text } = draft
  const { items } = list
  if (list.flow) {
    const parts = items.map(({ start, value, comma }) => ({ start, end: value.span[1], comma }))
    return ways(insertFlow(text, parts, after, values.map(flowText)))
  }
  const column = partsColumn(text, list)
  const ends = items.map(({ start, value }) => ({ start, end: Math.max(start + 1, value.span[1]) }))
  const neighbour = items[Math.max(after, 0)]
  const gap = neighbour ? text.slice(neighbour.start, neighbour.value.span[0]) : ''
  const dash = /^- +$/.test(gap) ? gap : '- '
  const indents = indentsOf(draft)
  const insertion = (spaced: boolean) => {
    const between = `${spaced ? '\n' : ''}\n${' '.repeat(column)}`
    const written = values.map(value => itemText(value, column, indents, dash)).join(between)
    return insertBlock(text, ends, after, column, written, spaced)
  }
  const spaced = blankBetween(text, ends, after, column)
  return ways(insertion(spaced), spaced ? insertion(false) : undefined)
}

/** A blank line after a text block that keeps its last blank lines (`|+`) would be one of them: hence two ways. */
function ways(...found: readonly (TextEdit[] | undefined)[]): TextEdit[][] {
  return found.flatMap(edits => (edits ? [edits] : []))
}

/** The place of the entry after which a key goes; -1 when it goes before the first. */
function entryBefore(entries: readonly SourceEntry[], order: readonly string[], key: string): number {
  const rank = order.indexOf(key)
  // What comes last in the schema comes last in a file that has an order of its own, too.
  if (rank === -1 || rank === order.length - 1) return entries.length - 1
  const ranks = new Map(order.map((name, i) => [name, i]))
  let best = -1
  let at = -1
  for (const [i, { name }] of entries.entries()) {
    const other = ranks.get(name) ?? -1
    if (other > best && other < rank) [best, at] = [other, i]
  }
  return at
}

/** The line by which editors find the schema belongs to the file, not to its first key. */
const MODELINE = '# yaml-language-server:'

/** Whether there are comments right above a key, which then are its own. */
function hasOwnComment(text: string, start: number): boolean {
  let at = lineStart(text, start)
  if (text.slice(at, start).trim() !== '') return false
  while (at > 0) {
    at = lineStart(text, at - 1)
    const line = text.slice(at, nextLine(text, at)).trim()
    if (!line.startsWith('#')) return false
    if (!line.startsWith(MODELINE)) return true
  }
  return false
}

type End = { readonly start: number; readonly end: number }

function insertBlock(
  text: string,
  parts: readonly End[],
  after: number,
  column: number,
  written: string,
  spaced: boolean,
): TextEdit[] | undefined {
  const pad = ' '.repeat(column)
  const part = parts[after]
  if (part === undefined) {
    const first = parts[0]?.start
    if (first === undefined) return undefined
    const eol = breakAt(text, first)
    return [{ span: [first, first], text: `${withBreaks(written, eol)}${eol}${pad}` }]
  }
  const at = afterLines(text, part.end, column)
  const eol = breakAt(text, at)
  const blank = spaced ? eol : ''
  const lines = pad + withBreaks(written, eol)
  const open = at === 0 || text[at - 1] !== '\n'
  return [{ span: [at, at], text: open ? eol + blank + lines : blank + lines + eol }]
}

/** Whether the parts of a map or list have blank lines between them around one. */
function blankBetween(text: string, parts: readonly End[], after: number, column: number): boolean {
  const gaps = [after - 1, after].filter(i => i >= 0 && i + 1 < parts.length)
  return (
    gaps.length > 0 && gaps.every(i => isBlankLine(text, afterLines(text, (parts[i] as End).end, column)))
  )
}

function insertFlow(
  text: string,
  parts: readonly (End & { readonly comma: number | undefined })[],
  after: number,
  written: readonly string[],
): TextEdit[] | undefined {
  const part = parts[after]
  if (part === undefined) {
    const first = parts[0]?.start
    return first === undefined ? undefined : [{ span: [first, first], text: `${written.join(', ')}, ` }]
  }
  const { start, end, comma } = part
  const last = comma === undefined ? end : comma + 1
  const pad = text.slice(lineStart(text, start), start)
  const stop = lineEnd(text, last)
  if (pad.trim() !== '' || !/^[ \t]*(?:#|$)/.test(text.slice(last, stop)))
    return [{ span: [end, end], text: written.map(item => `, ${item}`).join('') }]
  // Each item has its own line.
  const eol = breakAt(text, stop)
  const lines = written.map(item => eol + pad + item).join(',') + (comma === undefined ? '' : ',')
  if (comma !== undefined) return [{ span: [stop, stop], text: lines }]
  if (stop === end) return [{ span: [end, end], text: `,${lines}` }]
  return [
    { span: [end, end], text: ',' },
    { span: [stop, stop], text: lines },
  ]
}

/** A text of lines with the line breaks of its file. */
export function withBreaks(text: string, eol: string): string {
  return eol === '\n' ? text : text.replaceAll('\n', eol)
}
