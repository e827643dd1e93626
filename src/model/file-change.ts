/**
 * What is wanted of a library's files; nothing has been written yet. Paths are relative to the library, with forward
 * slashes. `expected` is what the plan was made from: a file that holds something else by then is left alone.
 */
export type FileChange =
  /** A file that is new. */
  | { readonly kind: 'create'; readonly path: string; readonly content: string | Uint8Array }
  | {
      readonly kind: 'replace'
      readonly path: string
      readonly content: Uint8Array
      readonly expected: Uint8Array
    }
  /** A file that goes to another place, where there is none, and may hold something else there. */
  | {
      readonly kind: 'move'
      readonly path: string
      readonly to: string
      readonly content: Uint8Array
      readonly expected: Uint8Array
    }

/** Whether two lists of changes make the same of the same files, in the same order. */
export function areSameChanges(a: readonly FileChange[], b: readonly FileChange[]): boolean {
  return a.length === b.length && a.every((change, i) => areSame(change, b[i]))
}

function areSame(a: FileChange, b: FileChange | undefined): boolean {
  if (a.kind !== b?.kind || a.path !== b.path || !areSameBytes(a.content, b.content)) return false
  if (a.kind === 'move' && b.kind === 'move' && a.to !== b.to) return false
  return a.kind === 'create' || b.kind === 'create' || areSameBytes(a.expected, b.expected)
}

/** Whether two contents of files are the same bytes. */
export function areSameBytes(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return Buffer.from(a).equals(Buffer.from(b))
}
