import { codeSpan } from './code-span.ts'
import { escapeText } from './escape-text.ts'
import { linkTo } from './link.ts'
import type { ProseSpan } from './prose-span.ts'

/** By which signs emphasis is written; undefined for none at all. */
export type Signs = { readonly emphasis: string; readonly strong: string } | undefined

/** What stands between two changes of emphasis: text, code, or a whole link, written already. */
interface Unit {
  readonly markdown: string
  readonly isEmphasis: boolean
  readonly isStrong: boolean
}

/** Spans of one paragraph as Markdown. White space never stands next to a sign inside it: none would count there. */
export function spanText(spans: readonly ProseSpan[], signs: Signs): string {
  const units = signs ? unitsOf(spans, signs) : unitsOf(spans, signs).map(plainUnit)
  const open: ('strong' | 'emphasis')[] = []
  let text = ''
  let space = ''
  const close = (isWanted: (style: 'strong' | 'emphasis') => boolean) => {
    while (open.some(style => !isWanted(style))) text += signs?.[open.pop() ?? 'strong'] ?? ''
  }
  for (const [i, unit] of units.entries()) {
    const core = unit.markdown.trim()
    if (core === '') {
      space += unit.markdown
      continue
    }
    close(style => has(unit, style))
    text += space + leadOf(unit.markdown)
    space = unit.markdown.slice(unit.markdown.trimEnd().length)
    const missing = (['strong', 'emphasis'] as const).filter(
      style => has(unit, style) && !open.includes(style),
    )
    // What lasts longer is around the other.
    missing.sort((a, b) => lengthOf(units, i, b) - lengthOf(units, i, a))
    for (const style of missing) {
      open.push(style)
      text += signs?.[style] ?? ''
    }
    text += core
  }
  close(() => false)
  return text
}

function plainUnit({ markdown }: Unit): Unit {
  return { markdown, isEmphasis: false, isStrong: false }
}

function leadOf(text: string): string {
  return text.slice(0, text.length - text.trimStart().length)
}

function has(unit: Unit, style: 'strong' | 'emphasis'): boolean {
  return style === 'strong' ? unit.isStrong : unit.isEmphasis
}

/** How many units from one on have a style. */
function lengthOf(units: readonly Unit[], from: number, style: 'strong' | 'emphasis'): number {
  let end = from
  while (end < units.length && has(units[end] as Unit, style)) end++
  return end - from
}

function unitsOf(spans: readonly ProseSpan[], signs: Signs): Unit[] {
  const units: Unit[] = []
  for (let i = 0; i < spans.length; ) {
    const span = spans[i] as ProseSpan
    let end = i + 1
    if (span.link !== undefined) while (end < spans.length && spans[end]?.link === span.link) end++
    units.push(span.link === undefined ? textUnit(span) : linkUnit(spans.slice(i, end), span.link, signs))
    i = end
  }
  return units
}

function textUnit({ text, isCode, isEmphasis, isStrong }: ProseSpan): Unit {
  // A hard break; two blanks are known to more readers than a backslash.
  const plain = () =>
    text
      .split('\n')
      .map((line, i) => escapeText(i === 0 ? line : line.trimStart()))
      .join('  \n')
  return { markdown: (isCode ? codeSpan(text) : undefined) ?? plain(), isEmphasis, isStrong }
}

/** Emphasis that all of a link has is around it. */
function linkUnit(spans: readonly ProseSpan[], url: string, signs: Signs): Unit {
  const isEmphasis = spans.every(span => span.isEmphasis)
  const isStrong = spans.every(span => span.isStrong)
  const inner = spans.map(span => ({
    ...span,
    link: undefined,
    isEmphasis: span.isEmphasis && !isEmphasis,
    isStrong: span.isStrong && !isStrong,
  }))
  return { markdown: linkTo(url, spanText(inner, signs)), isEmphasis, isStrong }
}
