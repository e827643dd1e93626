/**
 * What a card says that is looked for: one of some texts in one of some fields, whatever its case. A library can tell
 * without making the card, and may be wrong for a card that has characters beyond ASCII there: then it takes it to say
 * so.
 */
export interface Clue {
  readonly fields: readonly string[]
  /** In lower case. */
  readonly texts: readonly string[]
}
