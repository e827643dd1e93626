import type { Citation } from '../../documents/citation.ts'
import { isByOwnName, type Rewriting, withNames } from '../../documents/rewrite-document.ts'
import { CardsError } from '../../model/errors.ts'
import type { FileChange } from '../../model/file-change.ts'
import type { Context } from '../command.ts'
import { isLibraryFile } from '../output-path.ts'
import { type ScannedDocument, scanDocuments } from '../scan-documents.ts'
import { oldNames } from './old-names.ts'

/** A place in a document. */
export interface Cited {
  readonly document: ScannedDocument
  readonly citation: Citation
}

export interface RewritePlan {
  /** By their absolute paths: documents lie outside the library. */
  readonly changes: readonly (FileChange & { readonly kind: 'replace' })[]
  /** What is rewritten in each of them, in the same order. */
  readonly rewritten: readonly { readonly document: ScannedDocument; readonly names: readonly Rewriting[] }[]
  /** Names of retired cards that nothing replaces. */
  readonly left: readonly Cited[]
  /** Old names in addresses, which may be another's; they stay. */
  readonly inAddresses: readonly Cited[]
  /** How many names lead to no card. */
  readonly unknown: number
  /** How many documents were read. */
  readonly read: number
  /** How many files were passed over that are no documents. */
  readonly notes: readonly string[]
  /** The documents that could not be. */
  readonly complaints: readonly string[]
}

/**
 * Plans what documents are to say instead of old names of cards.
 * @param toStableIds whether resource IDs become stable IDs, too
 * @param key the scheme of the citation keys, as `scanDocuments` takes it
 * @throws CardsError `usage` for a file of the library, which is no document
 */
export async function planRewrite(
  context: Context,
  patterns: readonly string[],
  toStableIds: boolean,
  key?: string,
): Promise<RewritePlan> {
  const scanned = await scanDocuments(context, patterns, key)
  const { documents, notes, complaints } = scanned
  const old = oldNames(scanned, toStableIds)
  const rewritten = old.flatMap(({ document, names }) => {
    const now = names.filter(({ stays }) => !stays)
    return now.length === 0 ? [] : [{ document, names: now }]
  })
  const cited = documents.flatMap(document => document.citations.map(citation => ({ document, citation })))
  return {
    changes: rewritten.map(({ document, names }) => changeOf(document, names, context)),
    rewritten,
    left: cited.filter(({ citation }) => isLeft(citation)),
    inAddresses: old.flatMap(({ document, names }) =>
      names.filter(({ stays }) => stays).map(({ citation }) => ({ document, citation })),
    ),
    unknown: cited.filter(({ citation: { target } }) => target.kind === 'unknown').length,
    read: documents.length,
    notes,
    complaints,
  }
}

/** The change of a document that gives it other names: its byte-order mark stays. */
function changeOf(
  { name, path, text, bytes }: ScannedDocument,
  names: readonly Rewriting[],
  context: Context,
): RewritePlan['changes'][number] {
  if (isLibraryFile(path, context))
    throw new CardsError(
      'usage',
      `${name} is a file of the library, and no document; nothing was written.`,
      'To change a card: cards edit',
    )
  const mark = bytes.subarray(0, bytes.length - Buffer.byteLength(text))
  return {
    kind: 'replace',
    path,
    content: Buffer.concat([mark, Buffer.from(withNames(text, names))]),
    expected: bytes,
  }
}

/** Whether a name is that of a retired card that no other replaces. */
function isLeft(citation: Citation): boolean {
  const { target } = citation
  return target.kind === 'retired' && target.replacement === undefined && isByOwnName(citation)
}
