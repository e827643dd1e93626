import type { Citation } from '../documents/citation.ts'
import { type CitationIndex, citationIndex } from '../documents/citation-index.ts'
import { scanDocument } from '../documents/scan-document.ts'
import { citationKeys } from '../export/citation-key.ts'
import type { Card } from '../model/card.ts'
import { listed } from '../model/listed.ts'
import type { Context } from './command.ts'
import { type ReadDocument, readDocuments } from './read-documents.ts'

/** A document and what it cites. */
export interface ScannedDocument extends ReadDocument {
  readonly citations: readonly Citation[]
}

export interface ScannedDocuments {
  readonly documents: readonly ScannedDocument[]
  readonly index: CitationIndex
  /** The cards in use. */
  readonly cards: readonly Card[]
  /** The citation key by which documents know a card. */
  readonly keyOf: (card: Card) => string
  /** The documents that could not be read. */
  readonly complaints: readonly string[]
}

/**
 * Reads the documents that patterns name, and finds what they cite: by the names of cards, and by the citation keys that
 * `cards export` gives to them.
 * @param key the scheme of further keys, as `--key` takes it: `extra.citekey`
 * @throws CardsError `usage` for no pattern; `io` for one that leads to no file
 */
export async function scanDocuments(
  { library, cwd }: Pick<Context, 'library' | 'settings' | 'cwd' | 'progress'>,
  patterns: readonly string[],
  key?: string,
): Promise<ScannedDocuments> {
  const { documents, complaints } = readDocuments({ cwd }, patterns)
  const cards = await listed(library.cards())
  const retired = await listed(library.retired())
  const keyOf = citationKeys('author-year-title', cards)
  const ownKeyOf = key === undefined ? keyOf : citationKeys(key, cards)
  const index = citationIndex({ cards, retired, keysOf: card => [keyOf(card), ownKeyOf(card)] })
  return {
    documents: documents.map(document => ({ ...document, citations: scanDocument(document, index) })),
    index,
    cards,
    keyOf,
    complaints,
  }
}
