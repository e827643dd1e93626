import type { SourceText } from '../load/source-text.ts'
import type { Span } from '../model/place.ts'

/** A comment that says which findings not to tell: `# cards-ignore text/summary, url/*: why`. */
export interface SuppressionComment {
  /** The comment with its #. */
  readonly span: Span
  /** `cards-ignore`, or what stands in its place. */
  readonly word: string
  /** The rules that it names, `group/*` too, each with its place. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[]
  /** '' when it gives none. */
  readonly reason: string
  /** The line whose field it is about; undefined at the top of the file, where it is about all of it. */
  readonly line: number | undefined
}

/** The word of such a comment, and what people write for it who know other linters. */
const WORD = /cards?[-_](?:lint[-_])?(?:ignore|disable)[\w-]*/i
const COMMENT = new RegExp(
  `^(#[ \\t]*)(${WORD.source})([ \\t]*)([^\\s,:]+(?:[ \\t]*,[ \\t]*[^\\s,:]+)*)?[ \\t]*(.*)$`,
  'is',
)

const START = /#[ \t]*cards?[-_]/iy

/** Whether a text can have such comments: most have none, and are not parsed for it. */
export function mayHaveComments(text: string): boolean {
  // Signs are found at once, while the word would be looked for at each letter.
  for (let sign = text.indexOf('#'); sign !== -1; sign = text.indexOf('#', sign + 1)) {
    START.lastIndex = sign
    if (START.test(text)) return true
  }
  return false
}

/**
 * The suppression comments of a file, in order. A comment on a line of its own is about what the next line that is
 * no comment starts; one behind a value, about that value's line. A # within a text is no comment.
 */
export function suppressionComments(source: SourceText): SuppressionComment[] {
  if (!mayHaveComments(source.text) || source.reading.value === undefined) return []
  const contentLine = contentLines(source.text)
  const firstContent = contentLine(1)
  return source.reading.comments.flatMap(([start, end]) => {
    const text = source.text.slice(start, end).trimEnd()
    const [, mark = '', word, gap = '', names = '', rest = ''] = COMMENT.exec(text) ?? []
    if (word === undefined) return []
    const line = lineOf(source, start)
    const isAlone = /^[ \t]*$/.test(source.text.slice(source.span(lineRange(line))[0], start))
    return {
      span: [start, start + text.length] as const,
      word,
      rules: namedRules(names, start + mark.length + word.length + gap.length),
      reason: /^(?::|[-–—]+(?=\s))\s*(.*)$/s.exec(rest)?.[1] ?? '',
      line: isAlone ? (line < firstContent ? undefined : contentLine(line + 1)) : line,
    }
  })
}

function lineOf(source: SourceText, offset: number): number {
  return source.range(offset, offset).start.line
}

function lineRange(line: number) {
  return { start: { line, column: 1 }, end: { line: line + 1, column: 1 } }
}

/** For any line, the first from it on that has more than a comment or the start of a document on it. */
function contentLines(text: string): (from: number) => number {
  const lines = text.split('\n')
  const next: number[] = []
  let content = lines.length
  for (let line = lines.length; line > 0; line--) {
    if (!/^[ \t]*(?:#.*|---[ \t]*(?:#.*)?|%.*)?\r?$/.test(lines[line - 1] ?? '')) content = line
    next[line] = content
  }
  return from => next[from] ?? content
}

function namedRules(names: string, offset: number): SuppressionComment['rules'] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    span: [offset + index, offset + index + id.length] as const,
  }))
}
