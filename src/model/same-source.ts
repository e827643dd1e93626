import type { Card, KnownFields } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { isbnKey, sourceKeys } from './identifier.ts'
import { mayBeOne, similarityKeys } from './similar-title.ts'
import { resourceId } from './stable-id.ts'

/** Finds the cards of a library that are about a source. One look at each card; further cards can be added. */
export class SourceIndex {
  private readonly venues: VenueIndex
  private readonly inUse = new Map<string, Card[]>()
  private readonly retired = new Map<string, Card[]>()
  private readonly alike = new Map<string, Card[]>()

  constructor(cards: Iterable<Card>, retired: Iterable<Card>, venues: VenueIndex) {
    this.venues = venues
    for (const card of cards) this.add(card)
    for (const card of retired) put(this.retired, keysOfCard(card.fields), card)
  }

  /** Another card in use. */
  add(card: Card): void {
    put(this.inUse, keysOfCard(card.fields), card)
    put(this.alike, similarityKeys(card.fields, this.venues), card)
  }

  /**
   * The cards in use that surely are about a source: by what `sourceKeys` says, by a URL that the card had once, or by
   * an ISBN where that is all that is known.
   */
  sameAs(fields: Partial<KnownFields>): Card[] {
    return hits(this.inUse, keysOfSource(fields))
  }

  /** The retired cards that surely are. */
  retiredAs(fields: Partial<KnownFields>): Card[] {
    return hits(this.retired, keysOfSource(fields))
  }

  /** The cards in use that may be, as they have the title, and an author or the year. */
  similarTo(fields: Partial<KnownFields>): Card[] {
    const known = { ...fields, id: '' }
    const same = new Set(this.sameAs(fields))
    return hits(this.alike, similarityKeys(known, this.venues)).filter(
      card => !same.has(card) && mayBeOne(card.fields, known),
    )
  }
}

function keysOfCard(fields: KnownFields): string[] {
  return [
    ...sourceKeys(fields),
    // What is sought by its ISBN alone may be any card of that book.
    ...(fields.isbn === undefined ? [] : [isbnKey(fields.isbn)]),
    // A card whose URL was changed keeps the resource ID of the old one.
    ...(fields.aliases ?? []).map(alias => `resource:${alias}`),
  ]
}

function keysOfSource(fields: Partial<KnownFields>): string[] {
  const urls = [...(fields.url === undefined ? [] : [fields.url]), ...(fields.also_at ?? [])]
  return [...sourceKeys(fields), ...urls.map(url => `resource:${resourceId(url)}`)]
}

function put(index: Map<string, Card[]>, keys: readonly string[], card: Card): void {
  for (const key of keys) {
    const cards = index.get(key)
    if (cards) cards.push(card)
    else index.set(key, [card])
  }
}

function hits(index: ReadonlyMap<string, readonly Card[]>, keys: readonly string[]): Card[] {
  return [...new Set(keys.flatMap(key => index.get(key) ?? []))]
}
