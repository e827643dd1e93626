import { lineStart } from '../model/place.ts'

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  if (feed === -1) return text.length
  return feed > at && text[feed - 1] === '\r' ? feed - 1 : feed
}

/** Where the line after that of an offset starts; the end of the text when there is none. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed === -1 ? text.length : feed + 1
}

/** How far from the start of its line an offset is. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** The line break that the text uses around an offset. */
export function breakAt(text: string, at: number): '\n' | '\r\n' {
  const start = lineStart(text, at)
  const feed = start === 0 ? text.indexOf('\n', at) : start - 1
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n'
}

/** Whether a line that starts at an offset holds white space at most; not so at the end of the text. */
export function isBlankLine(text: string, start: number): boolean {
  return start < text.length && text.slice(start, nextLine(text, start)).trim() === ''
}

/**
 * The start of the first line after what ends at an offset: its own last line with a comment there, and comments
 * below that are indented more than its key or dash, for those belong to it.
 */
export function afterLines(text: string, end: number, column: number): number {
  let after = nextLine(text, end)
  let at = after
  while (at < text.length) {
    const next = nextLine(text, at)
    const line = text.slice(at, next)
    const ink = line.search(/[^ \t\r\n]/)
    if (ink !== -1 && (line[ink] !== '#' || ink <= column)) break
    at = next
    if (ink !== -1) after = next
  }
  return after
}

/** An offset at the start of a line, moved before the line break above it. */
export function beforeBreak(text: string, start: number): number {
  if (start === 0 || text[start - 1] !== '\n') return start
  return text[start - 2] === '\r' ? start - 2 : start - 1
}
