import { neutralLine } from '../model/neutral.ts'
import { hyperlink } from './hyperlink.ts'
import type { Span, Style } from './span.ts'
import { textWidth, truncate } from './text-width.ts'
import { paintText, type Terminal } from './theme.ts'

/** A column of a table and its claim to room; widths in columns of the terminal. */
export interface Column {
  readonly heading: string
  readonly align?: 'left' | 'right'
  /** Narrower than this, or its content, the column is not worth showing. */
  readonly min: number
  readonly max?: number
  /** The column of lowest priority is the first to go when room is short. */
  readonly priority: number
  /** Whether it takes the room that the other columns leave. */
  readonly grow?: boolean
  /** How its cells look that do not say themselves. */
  readonly styles?: readonly Style[]
}

/** A cell: one line of text, of any origin. */
export type Cell = string | Span

/** Columns of the terminal between two of the table. */
const GAP = 2

/**
 * Lays out a table: a muted heading (none when all are empty), then one line a row. Columns are as wide as their
 * content, within `min` and `max`; when the room is short the growing columns shrink, then others, then columns are
 * left out, lowest priority first. Cells are made neutral and cut with `…`; lines have no trailing spaces.
 */
export function fitTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  terminal: Terminal,
): string[] {
  const widths = fittedWidths(columns, rows, terminal.columns)
  const heading: readonly Cell[] = columns.map(column => ({ text: column.heading, styles: ['muted'] }))
  const lines = rows.map(row => lineOf(columns, row, widths, terminal))
  if (columns.some(column => column.heading !== '')) lines.unshift(lineOf(columns, heading, widths, terminal))
  return lines
}

/** The width of each column; 0 for one that is left out. */
function fittedWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  room: number,
): number[] {
  const wanted = wantedWidths(columns, rows, room)
  const least = columns.map((column, index) => Math.min(column.min, wanted[index] ?? 0))
  const byPriority = columns
    .map((_, index) => index)
    .sort((a, b) => priority(columns, b) - priority(columns, a))
  const kept = byPriority.slice()
  const needed = () => kept.reduce((sum, index) => sum + (least[index] ?? 0) + GAP, -GAP)
  while (kept.length > 1 && needed() > room) kept.pop()

  const widths = columns.map((_, index) => (kept.includes(index) ? (least[index] ?? 0) : 0))
  let left = room - needed()
  const growing = (index: number) => columns[index]?.grow === true
  for (const index of [...kept.filter(index => !growing(index)), ...kept.filter(growing)]) {
    const more = Math.min(left, (wanted[index] ?? 0) - (least[index] ?? 0))
    widths[index] = (least[index] ?? 0) + more
    left -= more
  }
  return widths
}

function priority(columns: readonly Column[], index: number): number {
  return columns[index]?.priority ?? 0
}

/** The width of the widest cell of each column, or its limit, at which it is looked at no more. */
function wantedWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  room: number,
): number[] {
  const limits = columns.map(column => Math.min(column.max ?? room, room))
  const widths = columns.map((column, index) => Math.min(textWidth(column.heading), limits[index] ?? 0))
  for (const row of rows) {
    for (let index = 0; index < widths.length; index++) {
      const limit = limits[index] ?? 0
      const widest = widths[index] ?? 0
      if (widest < limit)
        widths[index] = Math.min(limit, Math.max(widest, textWidth(shownText(row[index] ?? ''))))
    }
  }
  return widths
}

function shownText(cell: Cell): string {
  return neutralLine(typeof cell === 'string' ? cell : cell.text).trim()
}

function lineOf(
  columns: readonly Column[],
  row: readonly Cell[],
  widths: readonly number[],
  terminal: Terminal,
): string {
  const parts: string[] = []
  // Spaces wait for the next text, so that none end a line.
  let pending = 0
  for (let index = 0; index < widths.length; index++) {
    const width = widths[index] ?? 0
    if (width === 0) continue
    const column = columns[index]
    const cell = row[index] ?? ''
    const whole = shownText(cell)
    const wholeWidth = textWidth(whole)
    const text = wholeWidth > width ? truncate(whole, width) : whole
    const spare = width - (wholeWidth > width ? textWidth(text) : wholeWidth)
    const isRight = column?.align === 'right'
    if (text !== '') {
      parts.push(spaces(pending + (isRight ? spare : 0)), painted(text, cell, column, terminal))
      pending = 0
    }
    pending += (text === '' ? width : isRight ? 0 : spare) + GAP
  }
  // Unlike `+=`, which leaves a tree of all the pieces: of 100,000 rows, half a second.
  return parts.join('')
}

function painted(text: string, cell: Cell, column: Column | undefined, terminal: Terminal): string {
  if (typeof cell === 'string') return paintText(text, column?.styles, terminal)
  const inColor = paintText(text, cell.styles ?? column?.styles, terminal)
  return cell.link !== undefined && terminal.hyperlinks ? hyperlink(inColor, cell.link) : inColor
}

const runs: string[] = []

/** A run of spaces, made once for each length. */
function spaces(count: number): string {
  runs[count] ??= ' '.repeat(count)
  return runs[count]
}
