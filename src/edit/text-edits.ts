import type { SourceText } from '../load/source-text.ts'
import type { Change } from './change.ts'
import { draftEdits } from './draft-edits.ts'
import { itemEdits } from './item-edits.ts'
import type { TextEdit } from './text-edit.ts'

/**
 * The text edits that make a file's value another, and leave all else as it is, to the byte. They are tried out:
 * what the edited text is read as is compared with the value that is wanted.
 *
 * @param changes all of them as of the file as it is now: no pointer takes account of another change
 * @returns in the order of the text, without overlaps; undefined when there are none that surely do
 */
export function textEdits(source: SourceText, changes: readonly Change[]): TextEdit[] | undefined {
  const { value, text, kind } = source
  if (value === undefined) return undefined
  const { tree } = source.reading
  if (tree === undefined) return undefined
  const draft = { kind, text, tree, value, style: { text, tree } }
  return itemEdits(draft, changes) ?? draftEdits(draft, changes)
}
