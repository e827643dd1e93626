import type { Citation, CitationForm } from '../../documents/citation.ts'
import { nearIds } from '../../documents/near-ids.ts'
import { type Card, fileStem } from '../../model/card.ts'
import { lineStartsOf, positionAt, type Range } from '../../model/place.ts'
import type { ScannedDocument, ScannedDocuments } from '../scan-documents.ts'

/** What is to be told of a place in a document that cites. */
export interface CitationProblem {
  readonly kind: 'unknown' | 'retired' | 'alias'
  readonly document: ScannedDocument
  readonly range: Range
  /** As it stands there. */
  readonly text: string
  readonly form: CitationForm
  /** The card that is cited. */
  readonly card?: Card
  /** The card to cite instead of a retired one. */
  readonly replacement?: Card
  /** The cards that may be meant by what is unknown. */
  readonly near: readonly Card[]
}

/**
 * What is wrong with what documents cite: IDs of no card, retired cards, and old IDs, which still resolve.
 * @param unread files of the library that could not be read: what their names say is not unknown
 */
export function citationProblems(
  { documents, cards }: ScannedDocuments,
  unread: readonly string[],
): CitationProblem[] {
  const stems = new Set(unread.map(fileStem))
  const unknown = documents.flatMap(document =>
    document.citations.filter(({ target }) => target.kind === 'unknown').map(({ text }) => text),
  )
  const near = nearIds(new Set(unknown), cards)
  return documents.flatMap(document => {
    const wrong = document.citations.filter(citation => isWrong(citation) && !stems.has(citation.text))
    const starts = wrong.length === 0 ? [] : lineStartsOf(document.text)
    return wrong.map(({ start, end, text, form, target }): CitationProblem => {
      const range = { start: positionAt(starts, start), end: positionAt(starts, end) }
      const place = { document, range, text, form }
      if (target.kind === 'unknown') return { ...place, kind: 'unknown', near: near.get(text) ?? [] }
      if (target.kind === 'card') return { ...place, kind: 'alias', card: target.card, near: [] }
      const { card, replacement } = target
      return { ...place, kind: 'retired', card, ...(replacement && { replacement }), near: [] }
    })
  })
}

function isWrong({ form, target }: Citation): boolean {
  return target.kind !== 'card' || form === 'alias'
}
