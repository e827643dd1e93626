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
