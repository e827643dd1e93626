import { grouped } from '../../model/count-text.ts'
import { groupBy } from '../../model/group-by.ts'
import { neutralLine } from '../../model/neutral.ts'
import { codeFrame } from '../../render/code-frame.ts'
import { readableWidth } from '../../render/readable-width.ts'
import { type Span, type Style, span } from '../../render/span.ts'
import { textWidth, truncate } from '../../render/text-width.ts'
import { paint } from '../../render/theme.ts'
import { wrapSpans } from '../../render/wrap.ts'
import type { ReportContext, ReportedFinding } from '../report.ts'

const INDENT = 2

/** So many findings of one file have their lines shown: each costs a look at the whole file. */
const MOST_FRAMES = 200

/** So many related places of a finding are shown; each of them has a finding that shows others. */
const MOST_RELATED = 5

/** The findings of one file, laid out below its path. */
export class FilePage {
  private readonly context: ReportContext
  /** The files with findings. */
  private readonly known: ReadonlyMap<string, readonly ReportedFinding[]>
  /** The columns that a line may take. */
  private readonly width: number
  private readonly lines: string[] = []
  private frames = 0

  constructor(file: string, known: ReadonlyMap<string, readonly ReportedFinding[]>, context: ReportContext) {
    this.context = context
    this.known = known
    const { terminal, isTerminal } = context
    this.width = isTerminal ? readableWidth(terminal) : Number.POSITIVE_INFINITY
    this.add([span(neutralLine(context.pathOf(file)), 'title')], 0)
    this.lines.push('')
    let before: ReportedFinding | undefined
    for (const [finding, ...others] of alikes(known.get(file) ?? [])) {
      if (finding !== undefined) this.finding(finding, others, before)
      before = finding
    }
  }

  get text(): string {
    return this.lines.map(line => `${line}\n`).join('')
  }

  /** @param others of which all but the place is the same */
  private finding(
    finding: ReportedFinding,
    others: readonly ReportedFinding[],
    before: ReportedFinding | undefined,
  ): void {
    const { range, severity, rule, message, help } = finding
    this.add([
      span(`${range.start.line}:${range.start.column}`, 'muted'),
      span('  '),
      span(severity, severity),
      span('  '),
      span(neutralLine(rule), 'muted'),
      ...fixMark(finding),
    ])
    this.add(sentence(message, 'strong'))
    this.add(sentence(help))
    if (before === undefined || !isSamePlace(before, finding)) this.frame(finding)
    this.related(finding)
    if (others.length > 0) this.add([span(alsoAt(others), 'muted')])
    this.lines.push('')
  }

  private frame({ file, range, severity }: ReportedFinding): void {
    if (isWholeFile(range) || this.frames > MOST_FRAMES) return
    if (++this.frames > MOST_FRAMES) {
      this.add([span('(From here on without the lines.)', 'muted')])
      return
    }
    const source = this.context.sourceOf(file).text
    if (source === '') return
    const { terminal } = this.context
    const columns = readableWidth(terminal) - INDENT
    for (const line of codeFrame(source, range, { ...terminal, columns }, severity).split('\n'))
      this.lines.push(' '.repeat(INDENT) + line)
  }

  private related({ related = [] }: ReportedFinding): void {
    for (const { file, range } of related.slice(0, MOST_RELATED)) {
      const place = neutralLine(`${this.context.pathOf(file)}:${range.start.line}:${range.start.column}`)
      this.add([span('see ', 'muted'), span(place), ...this.excerpt(file, range, place)])
    }
    const left = related.length - MOST_RELATED
    if (left > 0) this.add([span(`and ${grouped(left)} more`, 'muted')])
  }

  /** The line at a place, where there is room for it. */
  private excerpt(file: string, range: ReportedFinding['range'], place: string): Span[] {
    // The text of other files is not at hand.
    if (!this.known.has(file)) return []
    const source = this.context.sourceOf(file)
    const { line } = range.start
    const [start] = source.span({ start: { line, column: 1 }, end: { line, column: 1 } })
    const text = source.text
      .slice(start, start + 1000)
      .split(/\r?\n/, 1)
      .join()
    const room = readableWidth(this.context.terminal) - INDENT - textWidth(place) - 6
    return room < 20 ? [] : [span(`  ${truncate(neutralLine(text.trim()), room)}`, 'muted')]
  }

  private add(spans: readonly Span[], indent = INDENT): void {
    for (const line of wrapSpans(spans, this.width - indent))
      this.lines.push(' '.repeat(indent) + paint(line, this.context.terminal))
  }
}

/** Findings of which all but the place is the same together, where the first of them is. */
function alikes(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  const groups = groupBy(findings, ({ rule, severity, message, help, fix, related, fingerprint }) => {
    const own = related === undefined || related.length === 0 ? '' : fingerprint
    return JSON.stringify([rule, severity, message, help, fix?.safe, own])
  })
  return [...groups.values()]
}

function alsoAt(findings: readonly ReportedFinding[]): string {
  const places = findings.map(({ range: { start } }) => `${start.line}:${start.column}`)
  return `The same at ${places.join(', ')}.`
}

function fixMark({ fix }: ReportedFinding): Span[] {
  if (fix === undefined) return []
  return [span('  '), fix.safe ? span('fixable', 'good') : span('fixable (unsafe)', 'muted')]
}

/** A sentence on one line, its values between backticks as code. */
function sentence(text: string, ...styles: Style[]): Span[] {
  return neutralLine(text)
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? span(part, 'code') : span(part, ...styles)))
}

function isWholeFile({ start, end }: ReportedFinding['range']): boolean {
  return end.line === 1 && end.column === 1 && start.line === 1
}

function isSamePlace({ range: a }: ReportedFinding, { range: b }: ReportedFinding): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.column === b.start.column &&
    a.end.line === b.end.line &&
    a.end.column === b.end.column
  )
}
