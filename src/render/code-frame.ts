import { lineStartsOf, type Range } from '../model/place.ts'
import { frameLine, plainFrameLine } from './frame-line.ts'
import { type Span, type Style, span } from './span.ts'
import { paint, type Terminal } from './theme.ts'

const CONTEXT = 1

/**
 * The lines of a source around a range, numbered, with `^` under the range (at least one), or `>` before its lines
 * when there are several. Tabs are spaces, long lines are cut around the range, and the text is neutral. Places after
 * the end of a line or of the source are taken as the end.
 * @param style how the marks look
 * @returns lines joined by LF, without one at the end
 */
export function codeFrame(
  sourceText: string,
  range: Range,
  terminal: Terminal,
  style: Style = 'error',
): string {
  // As columns are counted (place.ts), and editors show.
  const source = sourceText.startsWith('\ufeff') ? sourceText.slice(1) : sourceText
  const starts = lineStartsOf(source)
  const textOf = (line: number) =>
    source
      .slice(starts[line - 1] ?? source.length, (starts[line] ?? source.length + 1) - 1)
      .replace(/\r$/, '')

  const first = Math.min(range.start.line, starts.length)
  // An end at the start of a line is that of the line before.
  const end = range.end.column === 1 ? range.end.line - 1 : range.end.line
  const last = Math.max(first, Math.min(end, starts.length))
  const from = Math.max(1, first - CONTEXT)
  const to = Math.min(last + CONTEXT, starts.length)
  const digits = String(to).length
  const room = Math.max(1, terminal.columns - digits - 5)
  const bar = terminal.unicode ? '│' : '|'
  const gutter = (label: string, isMarked: boolean) => [
    isMarked ? span('> ', style) : span('  '),
    span(`${label.padStart(digits)} ${bar}`, 'muted'),
  ]

  const lines: Span[][] = []
  for (let line = from; line <= to; line++) {
    const isMarked = line >= first && line <= last
    if (line > first + 2 && line < last && last - first > 4) {
      if (line === first + 3) lines.push(gutter(terminal.unicode ? '⋮' : ':', true))
    } else if (isMarked && first === last) {
      const isOneLine = range.end.line === range.start.line
      const endColumn = isOneLine ? range.end.column : undefined
      const { text, column, width } = frameLine(textOf(line), range.start.column, endColumn, room)
      lines.push([...gutter(String(line), true), span(text === '' ? '' : ` ${text}`)])
      lines.push([...gutter('', false), span(' '.repeat(column + 1)), span('^'.repeat(width), style)])
    } else {
      const text = plainFrameLine(textOf(line), room)
      lines.push([...gutter(String(line), isMarked), span(text === '' ? '' : ` ${text}`)])
    }
  }
  return lines.map(line => paint(line, terminal)).join('\n')
}
