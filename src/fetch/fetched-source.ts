import type { CardFields } from '../model/card.ts'

/** What the network says of a source. */
export interface FetchedSource {
  /** Fields of a card with where each came from, as `{ field: 'title', value: 'X', from: 'citation_title' }`; never id. */
  readonly fields: readonly FetchedField[]
  /** For the card's `fetch` map. */
  readonly fetch: FetchRecord
  /** Whether any server answered, with whatever; when none did, there is nothing to record. */
  readonly isAnswered: boolean
  /** The venue in words (journal, site name, publisher), when it is said. */
  readonly venueName?: string
  /** Why there is no metadata, or not all: sentences for people. */
  readonly problems: readonly string[]
}

export interface FetchedField {
  readonly field: keyof CardFields
  readonly value: unknown
  /** The name under which the page says it, or who else does. */
  readonly from: string
}

export type FetchRecord = NonNullable<CardFields['fetch']>
