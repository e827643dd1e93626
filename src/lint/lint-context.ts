import type { Card, Page } from '../model/card.ts'
import type { VenueIndex } from '../model/credibility.ts'
import type { Omissions } from '../model/omissions.ts'
import type { Today } from './today.ts'

/** What rules see beside the card or the text that they look at: nothing of other cards. */
export interface CardContext {
  /** The venues, in the order of venues.yaml; pointers into that file start with a venue's place in `venues.all`. */
  readonly venues: VenueIndex
  /** The pages that cite, in the order of pages.yaml; undefined when there is no such file. */
  readonly pages: readonly Page[] | undefined
  readonly today: Today
  /** The tags that the config allows; undefined when it lists none. */
  readonly tags: readonly string[] | undefined
  /** The values that were left out of a file because they are wrong: of the one that is looked at, and of registries. */
  readonly omissions: { get(path: string): Omissions | undefined }
  /** Why a card's preview cannot be read, to go on after its file's name; undefined when all is well. */
  previewProblem(card: Card): string | undefined
  /** Whether a card, a former ID, or the name of another file than the one at a path has an ID, in any case. */
  isTaken(id: string, path: string): boolean
}

/** The library as rules see it that look at cards together. */
export interface LintContext extends CardContext {
  /** The cards in use that have to do with others, in the order of their IDs. */
  readonly cards: readonly Card[]
  /** The retired cards that have, in the order of their IDs. */
  readonly retired: readonly Card[]
  /** The IDs of all cards, of those in use first, in their order. */
  ids(): readonly string[]
  /** Whether there is a file. */
  hasFile(path: string): boolean
  /** Whether of what links count, at least half belongs to the part. */
  isMostly(space: string): boolean
  /** How many of all cards give a key a meaning. */
  countOf(space: string, key: string, meaning: string): number
  /** The cards as they were at the revision of `--since`; undefined without one. */
  readonly earlier: readonly EarlierCard[] | undefined
}

/** A card as it was. */
export interface EarlierCard {
  readonly id: string
  readonly path: string
}
