import type { Card, Page } from '../model/card.ts'
import type { VenueIndex } from '../model/credibility.ts'
import type { Omissions } from '../model/omissions.ts'

/** The library as rules see it: everything that could be read. */
export interface LintContext {
  /** The cards in use, in the order of their IDs. */
  readonly cards: readonly Card[]
  /** The retired cards, in the order of their IDs. */
  readonly retired: readonly Card[]
  /** The venues, in the order of venues.yaml; pointers into that file start with a venue's place in `venues.all`. */
  readonly venues: VenueIndex
  /** The pages that cite, in the order of pages.yaml; undefined when there is no such file. */
  readonly pages: readonly Page[] | undefined
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The tags that the config allows; undefined when it lists none. */
  readonly tags: readonly string[] | undefined
  /** Why a card's preview cannot be read, to go on after its file's name; undefined when all is well. */
  previewProblem(card: Card): string | undefined
  /** The cards as they were at the revision of `--since`; undefined without one. */
  readonly earlier: readonly EarlierCard[] | undefined
  /** The values that were left out of each file because they are wrong. */
  readonly omissions: ReadonlyMap<string, Omissions>
}

/** A card as it was. */
export interface EarlierCard {
  readonly id: string
  readonly path: string
}
