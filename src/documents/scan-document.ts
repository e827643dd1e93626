import type { Citation, Document } from './citation.ts'
import type { CitationIndex } from './citation-index.ts'
import { findReferences } from './find-references.ts'
import { findSources } from './find-sources.ts'
import { findWords } from './find-words.ts'
import { shownText } from './shown-text.ts'

/**
 * Finds what a document cites: stable IDs, resource IDs, aliases, URLs, DOIs and arXiv identifiers of cards wherever
 * they stand, and what is written as a reference to a card (`findReferences`), known or not. Comments and code cite
 * nothing. In reading order; of those that overlap, the longest. The time is linear in the text.
 */
export function scanDocument(document: Document, index: CitationIndex): Citation[] {
  const text = shownText(document)
  const found = [
    ...findReferences(text, document.kind, index),
    ...findSources(text, document.kind, index),
    ...findWords(text, index),
  ]
  const kept: Citation[] = []
  for (const citation of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.at(-1)
    if (!before || before.end <= citation.start) kept.push(citation)
    else if (citation.end - citation.start > before.end - before.start) kept[kept.length - 1] = citation
  }
  return kept
}
