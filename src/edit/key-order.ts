import type { FileKind } from '../load/file-text.ts'
import { schemaAt } from '../load/schemas.ts'
import type { Pointer } from '../model/place.ts'

/** The order in which the keys of a map are written, by its place in its file; none where there is no order. */
export function keyOrder(kind: FileKind, pointer: Pointer): readonly string[] {
  return kind === 'baseline' ? [] : Object.keys(schemaAt(kind, pointer).properties ?? {})
}
