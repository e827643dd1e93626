import { lineStart, type Span } from '../../model/place.ts'

/** The line at an offset, or the next that is not blank: from its first character to before its break. */
export function contentLine(text: string, offset: number): Span {
  let start = lineStart(text, offset)
  for (;;) {
    let end = text.indexOf('\n', start)
    if (end === -1) end = text.length
    const content = text.slice(start, end)
    const trimmed = content.trim()
    if (trimmed !== '' || end >= text.length) {
      const first = start + (content.length - content.trimStart().length)
      return [first, first + trimmed.length]
    }
    start = end + 1
  }
}

/** The end of that line's content. */
export function contentEnd(text: string, offset: number): number {
  return contentLine(text, offset)[1]
}

/** The next line with content; undefined at the end of the text. */
export function lineBelow(text: string, [, end]: Span): Span | undefined {
  // White space may stand between the content of a line and its break.
  const next = text.indexOf('\n', end)
  return next === -1 ? undefined : contentLine(text, next + 1)
}

/** The line, or the first below it that is no comment; the last line when all are. */
export function firstUncommented(text: string, line: Span): Span {
  for (let next: typeof line | undefined = line; next !== undefined; next = lineBelow(text, next)) {
    line = next
    if (text[line[0]] !== '#') break
  }
  return line
}

/** The line with content in which the parser stumbled, perhaps at the break before it, or below its comments. */
export function lineOfFault(text: string, start: number): Span {
  return firstUncommented(text, contentLine(text, text[start] === '\n' ? start + 1 : start))
}

/** A line without the comment at its end. */
export function withoutComment(line: string): string {
  return line.replace(/\s#.*$/, '').trimEnd()
}

/** A comment, on a line of its own or not, ends a plain value that would otherwise go on. */
export function isAfterComment(text: string, start: number): boolean {
  const above = text.slice(0, lineStart(text, start)).trimEnd()
  return /(?:^|\s)#[^\n]*$/.test(above.slice(lineStart(above, above.length)))
}

/** A text in whichever quotes need no escapes. */
export function quoted(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
}

/** What to write, in a sentence: as code, unless it has backticks of its own; without its middle when it is long. */
export function sample(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 60)}…${text.slice(-10)}` : text
  return short.includes('`') ? short : `\`${short}\``
}
