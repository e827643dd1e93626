/** What a page says under one name. */
export type Said = string | SaidAuthor

/** An author of whom a page tells more than a name. */
export interface SaidAuthor {
  readonly name?: string | undefined
  readonly given?: string | undefined
  readonly family?: string | undefined
  readonly orcid?: string | undefined
  readonly isOrganisation: boolean
}

/** What a page says of itself, by the name under which it does: `citation_title`, `JSON-LD headline`, `<title>`. */
export type Statements = ReadonlyMap<string, readonly Said[]>
