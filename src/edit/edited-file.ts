import type { SourceText } from '../load/source-text.ts'
import type { Change } from './change.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'
import { textEdits } from './text-edits.ts'

/**
 * The bytes of a file after some changes of its value; all else in it stays to the byte.
 * @returns the very bytes when nothing changes; undefined when there are no text edits that surely make the changes
 */
export function editedFile(source: SourceText, changes: readonly Change[]): Uint8Array | undefined {
  if (!source.isReadable) return undefined
  const edits = textEdits(source, changes)
  if (edits === undefined) return undefined
  return edits.length === 0 ? source.bytes : withEdits(source, edits)
}

/**
 * The bytes of a file after text edits.
 * @param keepsMark whether a byte-order mark stays
 */
export function withEdits(source: SourceText, edits: readonly TextEdit[], keepsMark = true): Uint8Array {
  const mark = source.hasByteOrderMark && keepsMark ? '\ufeff' : ''
  return Buffer.from(mark + applyEdits(source.text, edits), 'utf8')
}
