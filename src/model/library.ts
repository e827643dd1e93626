import type { Card, Page } from './card.ts'
import type { Registries } from './card-json.ts'
import type { Clue } from './clue.ts'
import type { VenueIndex } from './credibility.ts'
import type { Finding } from './finding.ts'
import type { Omissions } from './omissions.ts'

/** A store of cards. Commands see this and no file system, so that something else than a directory can be one. */
export interface Library {
  /** What messages call it: the path by which the user named it, or that of its directory. */
  readonly name: string
  /** Finds one card. Does not load the others when the reference is enough to find it. */
  find(reference: string): Promise<Lookup>
  /** The cards in use, in the order of their IDs. */
  cards(): AsyncIterable<Card>
  /**
   * The cards in use, in no order, with their IDs and some of their fields, which takes less time and memory; they may
   * have others or not. To be gone through once.
   * @param clues cards without one of these may be left out
   */
  cardsWith(fields: ReadonlySet<string>, clues?: readonly Clue[]): Promise<Iterable<Card>>
  /** How many cards are in use. */
  count(): Promise<number>
  /**
   * Cards that `cardsWith` gave, with some more of their fields.
   * @param fields all when left out
   */
  complete(cards: readonly Card[], fields?: ReadonlySet<string>): Promise<readonly Card[]>
  /** The whole cards at some paths. */
  cardsAt(paths: readonly string[]): Promise<readonly Card[]>
  /**
   * What was made of all cards in use together and kept for the next run.
   * @param name of what was made
   */
  kept(name: string): Promise<KeptOfCards>
  /** The retired cards, in the order of their IDs. */
  retired(): AsyncIterable<Card>
  /** The venues and pages that some cards need, and what is wrong with these. */
  registriesFor(cards: readonly Card[]): Promise<Registries & { readonly findings: readonly Finding[] }>
  /** The venues, to be found by id and by URL. */
  venues(): Promise<VenueIndex>
  /** The pages that cite, by id. */
  pages(): Promise<ReadonlyMap<string, Page>>
  /** Everything that is wrong with its files, in reading order. */
  findings(): Promise<readonly Finding[]>
  /** The files that hold no card that could be read, by path; each has its finding. */
  unread(): Promise<readonly string[]>
  /** Every file that belongs to it, in the order of their paths: registries, cards, and what should be cards. */
  files(): Promise<readonly LibraryFile[]>
  /** The bytes of one of its files, as they are. @throws {CardsError} `io` for one that went meanwhile */
  source(path: string): Promise<Uint8Array>
  /** The cached excerpt that a card names, or why there is none to read. */
  preview(card: Card): Promise<Preview | undefined>
  /** Where one of its files is, as the user would name it. */
  location(path: string): string
}

/** Something that is made of all cards in use together, and can be made anew of what was kept and what has changed. */
export interface KeptOfCards {
  /** It, as it was kept; undefined when there is nothing. */
  readonly bytes: Uint8Array | undefined
  /** Where the cards in use are now, in the order of their IDs. */
  readonly paths: readonly string[]
  /** For each of them its number among those that it was made of; -1 when it is new or another. */
  readonly numbers: Int32Array
  /** Has it kept for the next run, if that is worth while. */
  keep(made: () => Uint8Array): void
}

/** A file of a library. */
export interface LibraryFile {
  /** Relative to the library, with forward slashes. */
  readonly path: string
  readonly kind: 'card' | 'venues' | 'pages'
  /** The values that were left out of what it says. */
  readonly omissions: Omissions
}

/** A cached excerpt, or why there is none to read. */
export type Preview = { readonly text: string } | { readonly missing: string }

/** What became of a reference. */
export type Lookup =
  | { readonly kind: 'found'; readonly card: Card }
  /** A retired card; with the card to use instead, when there is one. */
  | { readonly kind: 'retired'; readonly card: Card; readonly replacement?: Card }
  /** Several cards fit; each with the shortest text that names it alone: an ID prefix, or the file's path. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** None fits; the nearest, which may be none. */
  | { readonly kind: 'unknown'; readonly closest: readonly Card[] }

/** A card that a reference may mean, and a reference that means no other. */
export interface Candidate {
  readonly card: Card
  readonly reference: string
}
