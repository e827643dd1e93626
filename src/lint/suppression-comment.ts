import type { Span } from '../load/source-file.ts'
import type { SourceText } from '../load/source-text.ts'

/** A comment that says which findings not to tell: `# cards-ignore text/summary, url/*: why`. */
export interface SuppressionComment {
  /** The comment with its #. */
  readonly span: Span
  /** The rules that it names, `group/*` too, each with its place. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[]
  /** '' when it gives none. */
  readonly reason: string
  /** The line whose field it is about; undefined at the top of the file, where it is about all of it. */
  readonly line: number | undefined
}

const MARK = 'cards-ignore'
const COMMENT = /^#[ \t]*cards-ignore(?![\w-])[ \t]*([^:]*)(?::(.*))?$/s

/**
 * The suppression comments of a file, in order. A comment on a line of its own is about what the next line that is
 * no comment starts; one behind a value, about that value's line. A # within a text is no comment.
 */
export function suppressionComments(source: SourceText): SuppressionComment[] {
  // Most files have none, and are not parsed for it.
  if (!source.text.includes(MARK) || source.reading.value === undefined) return []
  const firstContent = contentLine(source, 1)
  return source.reading.comments.flatMap(([start, end]) => {
    const text = source.text.slice(start, end).trimEnd()
    const [, names, reason = ''] = COMMENT.exec(text) ?? []
    if (names === undefined) return []
    const line = lineOf(source, start)
    const isAlone = /^[ \t]*$/.test(source.text.slice(source.span(lineRange(line))[0], start))
    return {
      span: [start, start + text.length] as const,
      rules: namedRules(names, start + text.indexOf(names, text.indexOf(MARK) + MARK.length)),
      reason: reason.trim(),
      line: isAlone ? (line < firstContent ? undefined : contentLine(source, line + 1)) : line,
    }
  })
}

function lineOf(source: SourceText, offset: number): number {
  return source.range(offset, offset).start.line
}

function lineRange(line: number) {
  return { start: { line, column: 1 }, end: { line: line + 1, column: 1 } }
}

/** The first line, from one on, that has more than a comment or the start of a document on it. */
function contentLine(source: SourceText, from: number): number {
  for (let line = from; ; line++) {
    const [start, end] = source.span(lineRange(line))
    if (
      start >= source.text.length ||
      !/^[ \t]*(#.*|---[ \t]*(#.*)?|%.*)?\r?\n?$/.test(source.text.slice(start, end))
    )
      return line
  }
}

function namedRules(names: string, offset: number): SuppressionComment['rules'] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    span: [offset + index, offset + index + id.length] as const,
  }))
}
