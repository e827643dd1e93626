import { inlineMarkdown, withVisibleLinks } from './inline-markdown.ts'
import { type Span, span } from './span.ts'
import { type Cell, type Column, fitTable } from './table.ts'
import { textWidth } from './text-width.ts'
import { paint, type Terminal } from './theme.ts'
import { wrapSpans } from './wrap.ts'

const INDENT = 2

/** Lays out the parts of a page that is read from top to bottom, in the width that there is. */
export class Page {
  private readonly width: number
  private readonly terminal: Terminal
  private readonly lines: string[] = []

  /** @param width the columns that text may take; infinite for no wrapping */
  constructor(terminal: Terminal, width: number) {
    this.terminal = terminal
    this.width = width
  }

  /** Everything that was added, painted, each line with its end. */
  get text(): string {
    return this.lines.map(line => `${line}\n`).join('')
  }

  /** A blank line, unless the page starts here. */
  gap(): void {
    if (this.lines.length > 0) this.lines.push('')
  }

  /** Spans on as many lines as they need, without indent. */
  line(spans: readonly Span[]): void {
    for (const line of wrapSpans(spans, this.width)) this.add(line)
  }

  /** A heading on a line of its own, with a muted remark behind it. */
  heading(title: string, remark?: string): void {
    this.gap()
    this.line([span(title, 'heading'), ...(remark === undefined ? [] : [span(`  ${remark}`, 'muted')])])
  }

  /** A heading with inline Markdown below it. */
  prose(title: string, markdown: string | undefined): void {
    if (markdown === undefined) return
    this.heading(title)
    this.indented(this.markdown(markdown))
  }

  /** A heading with one bullet for each item of inline Markdown. */
  bullets(title: string, items: readonly string[] | undefined): void {
    if (items === undefined || items.length === 0) return
    this.heading(title)
    const bullet = this.terminal.unicode ? '• ' : '- '
    for (const item of items) this.indented(this.markdown(item), [span(bullet, 'muted')])
  }

  /** A heading with spans below it. */
  section(title: string, spans: readonly Span[]): void {
    this.heading(title)
    this.indented(spans)
  }

  /** Spans below a heading, wrapped to hang under their first word. */
  indented(spans: readonly Span[], lead: readonly Span[] = []): void {
    const start = INDENT + lead.reduce((width, { text }) => width + textWidth(text), 0)
    const wrapped = wrapSpans(spans, this.width - start)
    for (const [i, line] of wrapped.entries())
      this.add(i === 0 ? [span(' '.repeat(INDENT)), ...lead, ...line] : [span(' '.repeat(start)), ...line])
  }

  /** A table below a heading, fitted to the room that is left; columns without any content are left out. */
  table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    const isEmpty = columns.map((_, i) => rows.every(row => row[i] === ''))
    const kept = <T>(items: readonly T[]) => items.filter((_, i) => !isEmpty[i])
    // One column needs no heading: what is above the table names it.
    const headed =
      kept(columns).length === 1 ? kept(columns).map(column => ({ ...column, heading: '' })) : kept(columns)
    const lines = fitTable(headed, rows.map(kept), { ...this.terminal, columns: this.width - INDENT })
    this.lines.push(...lines.map(line => ' '.repeat(INDENT) + line))
  }

  /** Names with their values; the values start in one column. */
  definitions(rows: readonly (readonly [name: string, value: readonly Span[]])[]): void {
    const widest = Math.max(...rows.map(([name]) => textWidth(name)))
    for (const [name, value] of rows) {
      const pad = ' '.repeat(widest - textWidth(name) + 2)
      this.indented(value, [span(name + pad, 'muted')])
    }
  }

  private add(line: readonly Span[]): void {
    this.lines.push(paint(line, this.terminal).trimEnd())
  }

  private markdown(text: string): readonly Span[] {
    return withVisibleLinks(inlineMarkdown(text), this.terminal)
  }
}
