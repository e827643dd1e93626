import type { SourceText } from '../load/source-text.ts'
import type { Change } from './change.ts'

/** A stretch of the text, by offsets into it, and what to put there. */
export interface TextEdit {
  readonly span: readonly [start: number, end: number]
  readonly text: string
}

/**
 * The text edits that make a file's value another, and leave all else as it is, to the byte.
 * @param changes all of them as of the file as it is now: no pointer takes account of another change
 * @returns undefined when there are none that surely do
 */
export function textEdits(_source: SourceText, _changes: readonly Change[]): TextEdit[] | undefined {
  return undefined
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
