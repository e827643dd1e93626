import type { Citation } from '../documents/citation.ts'
import { type CitationIndex, citationIndex } from '../documents/citation-index.ts'
import { scanDocument } from '../documents/scan-document.ts'
import { citationKeys } from '../export/citation-key.ts'
import type { Card } from '../model/card.ts'
import { counted, grouped } from '../model/count-text.ts'
import { listed } from '../model/listed.ts'
import { checkKey } from './citation-key-option.ts'
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
  /** How many files were passed over that are no documents. */
  readonly notes: readonly string[]
  /** The documents that could not be read. */
  readonly complaints: readonly string[]
}

/** So many documents are read between two words of how far it has come. */
const STEP = 50

/**
 * Reads the documents that patterns name, and finds what they cite: by the names of cards, and by the citation keys that
 * `cards export` gives to them.
 * @param key the scheme of further keys, as `--key` takes it: `extra.citekey`; `keyOf` gives these then
 * @throws CardsError `usage` for no pattern, and for a scheme that there is not; `io` for a pattern that leads to no document
 */
export async function scanDocuments(
  { library, settings, cwd, progress }: Pick<Context, 'library' | 'settings' | 'cwd' | 'progress'>,
  patterns: readonly string[],
  key?: string,
): Promise<ScannedDocuments> {
  const cards = await listed(library.cards())
  checkKey(key, cards, settings)
  const retired = await listed(library.retired())
  const readableKeyOf = citationKeys('author-year-title', cards)
  const keyOf = key === undefined ? readableKeyOf : citationKeys(key, cards)
  const index = citationIndex({ cards, retired, keysOf: card => [keyOf(card), readableKeyOf(card)] })
  const { documents, notes, complaints } = readDocuments({ cwd }, patterns)
  const scanned = documents.map((document, i) => {
    if (i > 0 && i % STEP === 0) progress(`${grouped(i)} of ${counted(documents.length, 'document')} read`)
    return { ...document, citations: scanDocument(document, index) }
  })
  return { documents: scanned, index, cards, keyOf, notes, complaints }
}
