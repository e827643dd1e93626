import { canonicalUrl, parseUrl } from './canonical-url.ts'
import { type Card, cardTitle, fileStem } from './card.ts'
import { fold } from './fold.ts'
import { arxivKey, doiIn, sourceKey, sourceKeys } from './identifier.ts'
import type { Candidate, Lookup } from './library.ts'
import { nearest, sharedLength } from './nearest.ts'
import { Replacements } from './replacements.ts'
import { isStableId, resourceId, SHORTEST_PREFIX, shortestPrefixes } from './stable-id.ts'

/**
 * Finds cards by any reference that the contract allows. Each way of naming a card has an index, made when it is
 * first needed: one reference costs one pass, many cost one pass too.
 */
export class ReferenceIndex {
  private readonly cards: readonly Card[]
  private readonly retired: readonly Card[]
  private readonly indexes = new Map<string, Map<string, Card[]>>()
  private replacements: Replacements | undefined

  constructor(cards: readonly Card[], retired: readonly Card[]) {
    this.cards = cards
    this.retired = retired
  }

  /**
   * @param reference what the user typed
   * @param path the same as a path relative to the library, when it can be one
   */
  find(reference: string, path?: string): Lookup {
    const text = withScheme(reference.trim())
    for (const [name, keysOf, key] of this.ways(text, path)) {
      if (key === undefined) continue
      const hits = this.index(`cards ${name}`, this.cards, keysOf).get(key)
      if (hits) return chosen(hits, text, this.cards)
      const old = this.index(`retired ${name}`, this.retired, keysOf).get(key)
      if (old?.[0]) return this.retiredAs(old[0])
    }
    return this.byPrefix(text) ?? { kind: 'unknown', closest: this.closest(text) }
  }

  /** What a retired card stands for: its replacement, followed through further replacements, or nothing. */
  retiredAs(card: Card): Lookup {
    this.replacements ??= new Replacements(this.cards, this.retired)
    const replacement = this.replacements.replacementOf(card)
    return { kind: 'retired', card, ...(replacement && { replacement }) }
  }

  /** The ways to read a reference, in the order of the contract: a name, what a card offers, what is sought. */
  private ways(text: string, path: string | undefined): [string, KeysOf, string | undefined][] {
    const isUrl = parseUrl(text) !== undefined
    const isSource = isUrl || doiIn(text) !== undefined || arxivKey(text) !== undefined
    return [
      ['id', byId, text],
      ['folded id', card => [card.id.toLowerCase()], isStableId(text) ? text.toLowerCase() : undefined],
      ['alias', card => card.fields.aliases ?? [], text],
      ['resource', byResourceId, /^[0-9a-f]{16}$/.test(text) ? text : undefined],
      ['url', card => listed(card.fields.url), isUrl ? text : undefined],
      [
        'canonical',
        card => listed(card.fields.url).map(canonicalUrl),
        isUrl ? canonicalUrl(text) : undefined,
      ],
      ['source', card => sourceKeys(card.fields), isSource ? sourceKey(text) : undefined],
      ['path', card => [card.path], path],
    ]
  }

  private index(name: string, cards: readonly Card[], keysOf: KeysOf): Map<string, Card[]> {
    const known = this.indexes.get(name)
    if (known) return known
    const index = new Map<string, Card[]>()
    for (const card of cards) {
      for (const key of keysOf(card)) {
        const others = index.get(key)
        if (others) others.push(card)
        else index.set(key, [card])
      }
    }
    this.indexes.set(name, index)
    return index
  }

  private byPrefix(text: string): Lookup | undefined {
    if (text.length < SHORTEST_PREFIX || !/^[A-Za-z0-9]{4,9}$/.test(text)) return undefined
    const prefix = text.toLowerCase()
    const starting = (card: Card) => card.id.toLowerCase().startsWith(prefix)
    const hits = this.cards.filter(starting)
    if (hits.length > 0) return chosen(hits, text, this.cards)
    const old = this.retired.filter(starting)
    return old.length === 1 && old[0] ? this.retiredAs(old[0]) : undefined
  }

  private closest(text: string): Card[] {
    const url = parseUrl(text)
    if (url) return this.sameSite(text, url.hostname)
    const ids = new Set(
      nearest(
        text,
        this.cards.map(card => card.id),
      ),
    )
    const near = this.cards.filter(card => ids.has(card.id))
    const words = fold(text)
    const named = this.cards.filter(card => fold(cardTitle(card)).includes(words) && !ids.has(card.id))
    return [...near, ...(words.length < 3 ? [] : named)].slice(0, 3)
  }

  private sameSite(text: string, host: string): Card[] {
    const sought = canonicalUrl(text)
    return this.cards
      .filter(card => parseUrl(card.fields.url ?? '')?.hostname === host)
      .map(card => ({ card, shared: sharedLength(sought, canonicalUrl(card.fields.url ?? '')) }))
      .filter(({ shared }) => shared > `https://${host}/`.length)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, 3)
      .map(({ card }) => card)
  }
}

type KeysOf = (card: Card) => readonly string[]

const byId: KeysOf = card => [card.id]
const byResourceId: KeysOf = card => listed(card.fields.url).map(resourceId)

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

/** One card is found. Of several that wrongly share an ID, the one in the file of that name is the card. */
function chosen(hits: readonly Card[], text: string, all: readonly Card[]): Lookup {
  const [first, ...others] = hits
  if (first && others.length === 0) return { kind: 'found', card: first }
  const isOneId = hits.every(card => card.id === first?.id && card.id.toLowerCase() === text.toLowerCase())
  const named = hits.filter(card => isOneId && fileStem(card.path) === card.id)
  // The direct look-up takes the file at the top, too.
  const [top] = named.sort((a, b) => a.path.length - b.path.length)
  if (top) return { kind: 'found', card: top }
  return { kind: 'ambiguous', candidates: candidates(hits, all) }
}

/** Each card with the shortest text that names it alone: an ID prefix, or its path where two share an ID. */
function candidates(hits: readonly Card[], all: readonly Card[]): Candidate[] {
  const counts = new Map<string, number>()
  for (const { id } of hits) counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1)
  const prefixes = shortestPrefixes(
    hits.map(card => card.id),
    all.map(card => card.id),
  )
  return hits.map((card, i) => {
    const isShared = (counts.get(card.id.toLowerCase()) ?? 0) > 1
    return { card, reference: isShared ? card.path : (prefixes[i] ?? card.id) }
  })
}

/** People leave the scheme of an address out: `arxiv.org/abs/1706.03762`. */
function withScheme(text: string): string {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S/i.test(text) && !/^10\.|\.ya?ml$/.test(text)
    ? `https://${text}`
    : text
}
