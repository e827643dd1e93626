/** A stretch of the text, by offsets into it, and what to put there. */
export interface TextEdit {
  readonly span: readonly [start: number, end: number]
  readonly text: string
}

/** A text with edits applied, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let done = 0
  for (const { span, text: inserted } of [...edits].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1],
  )) {
    result += text.slice(done, span[0]) + inserted
    done = span[1]
  }
  return result + text.slice(done)
}
