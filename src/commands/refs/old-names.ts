import { type Rewriting, rewritings } from '../../documents/rewrite-document.ts'
import type { ScannedDocument, ScannedDocuments } from '../scan-documents.ts'

/** What is old in a document: names that others are to be put for, and those that stay in addresses. */
export interface OldNames {
  readonly document: ScannedDocument
  readonly names: readonly Rewriting[]
}

/**
 * The old names in documents, of those that have any: for `cards refs rewrite`, and for `check`, which says how many.
 * @param toStableIds whether resource IDs count, too
 */
export function oldNames(
  { documents, index, keyOf }: Pick<ScannedDocuments, 'documents' | 'index' | 'keyOf'>,
  toStableIds: boolean,
): OldNames[] {
  const cardOf = (name: string) => {
    const target = index.reference(name)?.target
    return target?.kind === 'card' ? target.card : undefined
  }
  return documents.flatMap(document => {
    const names = rewritings(document, { toStableIds, cardOf, keyOf })
    return names.length === 0 ? [] : [{ document, names }]
  })
}
