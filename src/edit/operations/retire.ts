import type { SourceText } from '../../load/source-text.ts'
import type { FileChange } from '../../model/file-change.ts'
import { editedFile } from '../edited-file.ts'
import { rawValue } from '../raw-value.ts'
import { formerContent } from './revive.ts'

/** When and why a card is given up, and the stable ID of the card to use instead. */
export interface Retirement {
  readonly date: string
  readonly reason: string
  readonly replaced_by?: string
}

/** Where the file of a card goes that is retired: the same path, below `retired/`. */
export function retiredPath(path: string): string {
  return `retired/${path}`
}

/**
 * The move that retires a card: its file, whole, with a `retired` block that says when and why.
 * @param there what stands at the new place already; where that is this card, retired, somebody was interrupted, and
 *   the move that they began is ended as they began it
 * @returns undefined when the block cannot be added without touching something else
 */
export function retireFile(
  source: SourceText,
  retirement: Retirement,
  there?: SourceText,
): (FileChange & { kind: 'move' }) | undefined {
  const content = isHalfMoved(source, there) ? there?.bytes : retiredContent(source, retirement)
  if (content === undefined) return undefined
  return { kind: 'move', path: source.path, to: retiredPath(source.path), content, expected: source.bytes }
}

/** Whether a file below `retired/` is a card that is still at its old place, too, as a retirement was interrupted. */
export function isHalfMoved(source: SourceText, there: SourceText | undefined): boolean {
  const revived = there && formerContent(there)
  return revived !== undefined && Buffer.from(revived).equals(source.bytes)
}

function retiredContent(source: SourceText, retirement: Retirement): Uint8Array | undefined {
  return editedFile(source, [{ kind: 'set', pointer: ['retired'], value: rawValue(retirement) }])
}
