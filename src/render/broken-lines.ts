import { isAllNarrow } from '../model/plain-width.ts'
import { graphemesOf } from './graphemes.ts'
import { isBreakableBetween, isSpace } from './line-break.ts'

/** Offsets in a text: what stands on one line. */
export interface Line {
  start: number
  end: number
}

/**
 * The lines of a text without line breaks, as much on each as fits. Lines do not end with spaces, and one that would
 * have nothing else is left out.
 */
export function brokenLines(text: string, width: number): Line[] {
  const { ends, widths } = graphemesOf(text)
  const startOf = (i: number) => (i === 0 ? 0 : (ends[i - 1] ?? 0))
  const lines: Line[] = []
  let first = 0 // of the line, like all that follow in graphemes
  let column = 0
  let next = 0 // where the next line would start, if a break came now
  let nextInWord = 0 // the same after `-` or `/`
  let before = 0 // the code point before
  for (let i = 0; i < ends.length; i++) {
    const code = text.codePointAt(startOf(i)) ?? 0
    if (isSpace(code)) next = i + 1
    else if (isBreakableBetween(before, code)) next = i
    else if (isPartEnd(before, code) && column * 2 >= width) nextInWord = i
    column += widths[i] ?? 0
    before = code
    if (column > width && i > first && !isSpace(code)) {
      next = next > first ? next : nextInWord > first ? nextInWord : i
      addLine(lines, text, startOf(first), startOf(next))
      // From there again.
      i = next - 1
      first = next
      nextInWord = next
      column = 0
      before = 0
    }
  }
  addLine(lines, text, startOf(first), text.length)
  return lines.length > 0 ? lines : [{ start: 0, end: 0 }]
}

/**
 * The same, by native searches, for text of one column a UTF-16 unit that has breaks at spaces alone, as most has:
 * this is what `cards show` does most, before V8 has compiled any of our code.
 */
export function narrowLines(text: string, width: number): Line[] {
  const lines: Line[] = []
  let start = 0
  while (text.length - start > width) {
    const reach = text.slice(start, start + width + 1)
    const space = reach.lastIndexOf(' ')
    let end = start + (space === -1 ? lengthOfParts(reach, width) : space + 1)
    if (space === width) while (text[end] === ' ') end++
    addLine(lines, text, start, end)
    start = end
  }
  addLine(lines, text, start, text.length)
  return lines.length > 0 ? lines : [{ start: 0, end: 0 }]
}

/** Whether `narrowLines` can be used. */
export function isNarrow(text: string): boolean {
  return isAllNarrow(text) && !/—[^ ]/.test(text)
}

/** How much of a word that is too long goes on a line: up to the last `-` or `/` of its second half, or all. */
function lengthOfParts(reach: string, width: number): number {
  for (let end = width; end * 2 >= width && end > 0; end--)
    if (isPartEnd(reach.charCodeAt(end - 1), reach.charCodeAt(end))) return end
  return width
}

/** Whether a part of a URL or of a compound ended, as in `https://|example.org/|a-|b`. */
function isPartEnd(before: number, code: number): boolean {
  return (before === 0x2f || before === 0x2d) && code !== before
}

function addLine(lines: Line[], text: string, start: number, end: number): void {
  const length = text.slice(start, end).trimEnd().length
  if (length > 0) lines.push({ start, end: start + length })
}
