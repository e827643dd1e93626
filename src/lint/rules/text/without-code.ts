import { codeSpanAt, ticksOf } from '../../../model/code-span.ts'

/** Inline Markdown with spaces for its code spans, in which no markup counts: offsets stay what they were. */
export function withoutCode(text: string): string {
  if (!text.includes('`')) return text
  const ticks = ticksOf(text)
  let result = ''
  let offset = 0
  for (let tick = text.indexOf('`'); tick >= 0; tick = text.indexOf('`', offset)) {
    const isEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(offset, tick - 20), tick))
    const { found, end } = isEscaped ? { found: undefined, end: tick + 1 } : codeSpanAt(text, tick, ticks)
    result += text.slice(offset, tick)
    result += found?.kind === 'code' ? ' '.repeat(end - tick) : text.slice(tick, end)
    offset = end
  }
  return result + text.slice(offset)
}
