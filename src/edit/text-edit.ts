import type { Span } from '../model/place.ts'

/** A stretch of the text, and what to put there. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** Edits in the order of the text; of two that start at one place, what is put before the other's stretch is first. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

/** A text with edits applied, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let done = 0
  for (const { span, text: inserted } of inOrder(edits)) {
    result += text.slice(done, span[0]) + inserted
    done = span[1]
  }
  return result + text.slice(done)
}
