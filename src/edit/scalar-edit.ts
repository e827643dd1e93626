import type { SourceScalar } from '../load/source-tree.ts'
import type { Span } from '../model/place.ts'
import { hasHidden, isPlain } from './plain-scalar.ts'
import { rewordedScalar } from './reworded-scalar.ts'
import { scalarText, WIDTH } from './scalar-text.ts'
import { columnOf, lineEnd } from './source-lines.ts'
import type { TextEdit } from './text-edit.ts'
import { flowLine, isFlowPlain, quoted } from './value-text.ts'
import { wrapWords } from './wrap-words.ts'

/** Where a scalar stands. */
export interface ScalarPlace {
  /** How far its further lines are indented when it has none yet. */
  readonly indent: number
  /** Whether it stands within brackets. */
  readonly flow: boolean
}

/**
 * Gives a scalar that is not empty another text: in its own lines, else in its own style, where that can be.
 * @returns edits with LF, which only touch the scalar
 */
export function scalarEdits(text: string, node: SourceScalar, value: string, place: ScalarPlace): TextEdit[] {
  const reworded = rewordedScalar(text, node, value, place.flow)
  if (reworded) return reworded
  if (node.style === 'literal' || node.style === 'folded') return blockEdits(text, node, value, place)
  return inPlaceOf(text, node.span, inStyle(text, node, value, place))
}

/**
 * Puts a scalar where a value stands. The comment behind that stays on its line: a text block goes around it, since
 * it would be text in the last line of the block.
 */
export function inPlaceOf(text: string, span: Span, scalar: string): TextEdit[] {
  const [, end] = span
  const stop = lineEnd(text, end)
  const feed = scalar.startsWith('>') ? scalar.indexOf('\n') : -1
  if (feed === -1 || stop === end) return [{ span, text: scalar }]
  return [
    { span, text: scalar.slice(0, feed) },
    { span: [stop, stop], text: scalar.slice(feed) },
  ]
}

function inStyle(text: string, node: SourceScalar, value: string, place: ScalarPlace): string {
  const [start, end] = node.span
  const old = text.slice(start, end)
  if (place.flow) return flowInStyle(node.style, value)
  const column = columnOf(text, start)
  const further = /\n[ \t\r\n]*?( *)[^ \t\r\n]/.exec(old)?.[1]?.length
  const indent = further ?? place.indent
  // A line that stuck out before may do so again.
  const width = further === undefined ? Math.max(WIDTH, column + old.length) : WIDTH
  const whole = wholeInStyle(node.style, value)
  if (whole === undefined || old === '""' || old === "''") {
    const fitting = scalarText(value, { column, indent })
    return fitting.includes('\n') || whole === undefined ? fitting : whole
  }
  // Quotes may stick out.
  if (column + whole.length <= width + (node.style === 'plain' ? 0 : 2)) return whole
  if (further === undefined && node.style === 'plain') return scalarText(value, { column, indent })
  const [first = '', ...others] = wrapWords(whole, WIDTH - column, WIDTH - indent)
  return [first, ...others.map(other => ' '.repeat(indent) + other)].join('\n')
}

/** A text in quotes or none, on one line; undefined when that style cannot have it, and any other will do. */
function wholeInStyle(style: SourceScalar['style'], value: string): string | undefined {
  if (style === 'double') return quoted(value)
  if (value.includes('\n')) return undefined
  if (style === 'single') return canBeSingle(value) ? singleQuoted(value) : quoted(value)
  return isPlain(value) ? value : undefined
}

function flowInStyle(style: SourceScalar['style'], value: string): string {
  if (style === 'single' && canBeSingle(value)) return singleQuoted(value)
  return style === 'plain' && isFlowPlain(value) ? value : style === 'plain' ? flowLine(value) : quoted(value)
}

function canBeSingle(value: string): boolean {
  return !(value.includes('\n') || value.includes('\t') || hasHidden(value))
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** The style, then indentation and what becomes of line breaks at the end, in either order. */
const HEADER = /^[|>](?:([1-9])|[-+])*/

function blockEdits(text: string, node: SourceScalar, value: string, place: ScalarPlace): TextEdit[] {
  const [start, end] = node.span
  const [header = ''] = HEADER.exec(text.slice(start, start + 3)) ?? []
  const digit = /[1-9]/.exec(header)?.[0] ?? ''
  const body = text.slice(node.body, end)
  const indent =
    digit === ''
      ? (/^(?:[ \t]*\r?\n)*( +)[^ \r\n]/.exec(body)?.[1]?.length ?? place.indent)
      : place.indent - 2 + Number(digit)
  const lines = node.style === 'literal' ? literalLines(value) : foldedLines(value, indent)
  if (lines === undefined || (digit === '' && /^ /.test(lines.find(line => line !== '') ?? '')))
    return quotedEdits(text, node, value, place)
  const chomping = value.endsWith('\n\n') ? '+' : value.endsWith('\n') ? '' : '-'
  const newHeader = `${header[0]}${digit}${chomping}`
  const written = lines.map(line => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')
  return [
    ...(newHeader === header ? [] : [{ span: [start, start + header.length] as const, text: newHeader }]),
    { span: [Math.min(node.body, end), end], text: node.body > end ? `\n${written}` : written },
  ]
}

/** Puts a text in double quotes where a scalar stands; the comment in the header of a block stays. */
export function quotedEdits(text: string, node: SourceScalar, value: string, place: ScalarPlace): TextEdit[] {
  const [start, end] = node.span
  const whole = quoted(value)
  if (place.flow) return [{ span: node.span, text: whole }]
  const [first = '', ...others] = wrapWords(whole, WIDTH - columnOf(text, start), WIDTH - place.indent)
  const lines = [first, ...others.map(other => ' '.repeat(place.indent) + other)].join('\n')
  const isBlock = node.style === 'literal' || node.style === 'folded'
  const header = isBlock ? text.slice(start, lineEnd(text, start)).replace(HEADER, '').trimEnd() : ''
  return [{ span: [start, end], text: lines + header }]
}

/** The lines of a literal block; undefined when it cannot hold the text. */
function literalLines(value: string): string[] | undefined {
  if (hasHidden(value) || value.trim() === '' || /^\n*[ \t]+\n/.test(value)) return undefined
  return withoutLastBreak(value).split('\n')
}

/** The lines of a folded block, no wider than the others of the file. */
function foldedLines(value: string, indent: number): string[] | undefined {
  const written = scalarText(value, { column: indent, indent })
  if (written.startsWith('>')) {
    const pad = ' '.repeat(indent)
    return written
      .split('\n')
      .slice(1)
      .map(line => (line.startsWith(pad) ? line.slice(indent) : line))
  }
  if (hasHidden(value) || value === '' || value !== value.trim() || /[\n\t]/.test(value)) return undefined
  return [value]
}

/** Of several line breaks at the end, the lines have all but the last. */
function withoutLastBreak(value: string): string {
  return value.endsWith('\n') ? value.slice(0, -1) : value
}
