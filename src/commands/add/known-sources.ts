import { brief } from '../../model/brief.ts'
import { type Card, cardTitle, type KnownFields } from '../../model/card.ts'
import type { VenueIndex } from '../../model/credibility.ts'
import { CardsError } from '../../model/errors.ts'
import { fewNames } from '../../model/few-names.ts'
import type { Library } from '../../model/library.ts'
import { listed } from '../../model/listed.ts'
import { Replacements } from '../../model/replacements.ts'
import { SourceIndex } from '../../model/same-source.ts'
import { takenIds } from '../../model/taken-ids.ts'

/** What a library has already, as far as it matters to a card that is to be added. */
export interface KnownSources {
  readonly cards: readonly Card[]
  readonly sources: SourceIndex
  readonly replacements: Replacements
  readonly venues: VenueIndex
  /** Whether an ID is in use: by a card, retired or not, or as an alias. */
  isTaken(id: string): boolean
  /** Where a card's file is, as the user would name it. */
  location(card: Card): string
}

/** Reads a whole library. */
export async function knownSources(library: Library): Promise<KnownSources> {
  const [cards, retired] = [await listed(library.cards()), await listed(library.retired())]
  const venues = await library.venues()
  return {
    cards,
    sources: new SourceIndex(cards, retired, venues),
    replacements: new Replacements(cards, retired),
    venues,
    isTaken: await takenIds(library),
    location: card => library.location(card.path),
  }
}

/** Why a card is not added for a source, and the retired card that can be brought back instead, if there is one. */
export interface Refusal {
  readonly error: CardsError
  readonly revivable?: Card
}

/** The refusal of a source that the library has a card for; undefined when it has none. */
export function refusalOf(known: KnownSources, fields: Partial<KnownFields>): Refusal | undefined {
  const again = 'To add another card all the same: --force'
  const [same, ...others] = known.sources.sameAs(fields)
  if (same) {
    const also = others.length === 0 ? '' : ` So has ${fewNames(others.map(({ id }) => id))}.`
    const message = `The library has a card for this source: ${nameCard(same, known)}.${also}`
    return { error: new CardsError('no', message, `See it: cards show ${same.id}\n${again}`) }
  }
  const [old] = known.sources.retiredAs(fields)
  if (!old) return undefined
  const replacement = known.replacements.replacementOf(old)
  if (replacement) {
    const message = `The card for this source is retired, and replaced by ${nameCard(replacement, known)}.`
    return { error: new CardsError('no', message, `See it: cards show ${replacement.id}\n${again}`) }
  }
  const { date, reason } = old.fields.retired ?? {}
  const why = reason === undefined ? '' : ` Why: ${brief(reason)}`
  const when = date === undefined ? '' : ` since ${date}`
  return {
    error: new CardsError(
      'no',
      `The card for this source is retired${when}: ${nameCard(old, known)}.${why}`,
      `Bring it back: cards revive ${old.id}\n${again}`,
    ),
    revivable: old,
  }
}

/** A warning of cards that may be for the same source, by their titles; undefined when there are none. */
export function similarNote(known: KnownSources, fields: Partial<KnownFields>): string | undefined {
  const alike = known.sources.similarTo(fields)
  const [first] = alike
  if (!first) return undefined
  const more = alike.length === 1 ? '' : ` (and ${fewNames(alike.slice(1).map(({ id }) => id))})`
  return `A card has the same title: ${nameCard(first, known)}${more}. If it is the same source, give that card this address under \`also_at\` instead.`
}

function nameCard(card: Card, { location }: KnownSources): string {
  return `${card.id} “${brief(cardTitle(card))}” (${location(card)})`
}
