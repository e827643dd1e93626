import type { Card } from '../model/card.ts'

/** A document that may cite cards. */
export interface Document {
  /** The path by which the user named it, or by which it was found: messages say it. */
  readonly name: string
  readonly kind: DocumentKind
  readonly text: string
}

export type DocumentKind = 'markdown' | 'latex' | 'html'

/** By what a card is named in a document. */
export type CitationForm = 'id' | 'alias' | 'resource-id' | 'key' | 'url' | 'doi' | 'arxiv'

/** A place in a document that cites a source. */
export interface Citation {
  /** Where the name stands, as offsets in UTF-16 units; the end is exclusive. */
  readonly start: number
  readonly end: number
  /** The name as it stands there. */
  readonly text: string
  readonly form: CitationForm
  /** Whether it is a citation key that its card had once: it still has the start of its ID in it. */
  readonly isOldKey?: true
  /** Whether it stands where a program looks it up in a bibliography: `\cite{a}`, `[@a]`. */
  readonly isLookedUp?: true
  /** What it leads to; unknown only for what is written as a reference to a card and names none. */
  readonly target:
    | { readonly kind: 'card'; readonly card: Card }
    | { readonly kind: 'retired'; readonly card: Card; readonly replacement?: Card }
    | { readonly kind: 'unknown' }
}

/** What a name leads to, and what kind of name it is. */
export interface KnownName {
  readonly form: CitationForm
  readonly target: Citation['target']
  readonly isOldKey?: true
}
