import type { Citation, CitationForm } from '../../documents/citation.ts'
import { type NearCard, nearIds } from '../../documents/near-ids.ts'
import { type Card, fileStem } from '../../model/card.ts'
import type { Range } from '../../model/place.ts'
import type { ScannedDocument, ScannedDocuments } from '../scan-documents.ts'
import { rangesIn } from './place-of.ts'

/** What is to be told of a place in a document that cites. */
export interface CitationProblem {
  readonly kind: 'unknown' | 'retired' | 'alias' | 'old-key'
  /** What is for information still leads to the source that is meant, and makes no check fail. */
  readonly severity: 'error' | 'info'
  readonly document: ScannedDocument
  readonly range: Range
  /** As it stands there. */
  readonly text: string
  readonly form: CitationForm
  /** The card that is cited. */
  readonly card?: Card
  /** The card to cite instead of a retired one. */
  readonly replacement?: Card
  /** The present citation key, instead of an old one. */
  readonly key?: string
  /** The cards that may be meant by what is unknown. */
  readonly near: readonly NearCard[]
}

/**
 * What is wrong with what documents cite: IDs of no card, retired cards, and old IDs and citation keys, which still
 * resolve. The URL of a retired card that another replaces leads there for good, so that it is no error, either.
 * @param unread files of the library that could not be read: what their names say is not unknown
 */
export function citationProblems(
  { documents, cards, keyOf }: ScannedDocuments,
  unread: readonly string[],
): CitationProblem[] {
  const stems = new Set(unread.map(fileStem))
  const unknown = documents.flatMap(document =>
    document.citations.filter(({ target }) => target.kind === 'unknown').map(({ text }) => text),
  )
  const near = nearIds(new Set(unknown), cards)
  return documents.flatMap(document => {
    const wrong = document.citations.filter(citation => isWrong(citation) && !stems.has(citation.text))
    const rangeOf = rangesIn(document)
    return wrong.map(({ start, end, text, form, target, isOldKey }): CitationProblem => {
      const place = { document, range: rangeOf({ start, end }), text, form }
      if (target.kind === 'unknown')
        return { ...place, kind: 'unknown', severity: 'error', near: near.get(text) ?? [] }
      if (target.kind === 'card') {
        const found = { ...place, severity: 'info', card: target.card, near: [] } as const
        return isOldKey ? { ...found, kind: 'old-key', key: keyOf(target.card) } : { ...found, kind: 'alias' }
      }
      const { card, replacement } = target
      const severity = replacement && OF_SOURCE.has(form) ? 'info' : 'error'
      return { ...place, kind: 'retired', severity, card, ...(replacement && { replacement }), near: [] }
    })
  })
}

/** Names that a source has from others, whatever becomes of its card. */
const OF_SOURCE: ReadonlySet<CitationForm> = new Set(['url', 'doi', 'arxiv'])

function isWrong({ form, target, isOldKey }: Citation): boolean {
  return target.kind !== 'card' || form === 'alias' || isOldKey === true
}
