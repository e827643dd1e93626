/** What a format could not carry: of one field, for one reason. */
export interface Loss {
  /** Name of the field; of a part of it where only that is lost: `extra.funder`, `authors.orcid`. */
  readonly field: string
  /** Not there at all, or there in another form that cannot be told from its own. */
  readonly what: 'dropped' | 'changed'
  /** Why, or into what, where the format's name does not say it. */
  readonly why?: string
  /** The IDs of the cards concerned, in the order in which they were written. */
  readonly cards: readonly string[]
}
