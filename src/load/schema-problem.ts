import type { Pointer } from '../model/place.ts'

/** Something that a file says against its schema: a sentence, what to do next, and the value that it concerns. */
export interface SchemaProblem {
  readonly rule:
    | 'schema/unknown-key'
    | 'schema/required'
    | 'schema/type'
    | 'schema/value'
    | 'id/format'
    | 'identifier/doi'
    | 'identifier/arxiv'
    | 'identifier/checksum'
    | 'tag/format'
    | 'date/impossible'
    | 'url/valid'
    | 'url/placeholder'
  readonly message: string
  readonly help: string
  /** The value to blame, which is left out of the card; for a missing key, its parent. */
  readonly pointer: Pointer
  /** The key that is missing, where that is what is wrong; `extra.name` for a field of the library's own. */
  readonly missing?: string
  /** Whether the key is to blame rather than its value. */
  readonly at: 'key' | 'value'
}
