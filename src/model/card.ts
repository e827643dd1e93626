import type { Finding } from './finding.ts'
import type { CardFields } from './schema-types.generated.ts'

export type { Author, CardFields, Page, Venue } from './schema-types.generated.ts'

/** What kind of source it is. */
export type CardType = CardFields['type']

/** What a file says, less what it says wrongly: of a flawed card even the required fields can be missing. */
export type KnownFields = Partial<CardFields> & Pick<CardFields, 'id'>

/** A card as a library serves it. */
export interface Card {
  readonly id: string
  /** Path of its file, relative to the library, with forward slashes. */
  readonly path: string
  readonly fields: KnownFields
  /** What is wrong in its file; values that are, are not in `fields`. */
  readonly findings: readonly Finding[]
}

/** The title, or what else names the source, for a flawed card that has none. */
export function cardTitle({ fields }: Card): string {
  return fields.title ?? fields.label ?? fields.url ?? fields.doi ?? fields.arxiv ?? '(no title)'
}

/** Compares by ID, then by path, for cards that wrongly share one. */
export function compareCards(a: Card, b: Card): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

/** Whether the card of a file is retired, as its folder says. */
export function isRetiredPath(path: string): boolean {
  return path.startsWith('retired/')
}

/** The name of a card's file without its folder and ending: the card's ID, where all is well. */
export function fileStem(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
}
