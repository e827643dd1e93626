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
    for (const { name, keysOf, keyIn } of WAYS) {
      const key = keyIn(text, path)
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
    if (!isPrefix(text)) return undefined
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

/** A way to name a card: the keys that a card offers, and the one that a reference asks for, if it can be meant so. */
interface Way {
  readonly name: string
  readonly keysOf: KeysOf
  keyIn(text: string, path?: string): string | undefined
}

/** In the order of the contract. */
const WAYS: readonly Way[] = [
  { name: 'id', keysOf: card => [card.id], keyIn: text => text },
  {
    name: 'folded id',
    keysOf: card => [card.id.toLowerCase()],
    keyIn: text => (isStableId(text) ? text.toLowerCase() : undefined),
  },
  { name: 'alias', keysOf: card => card.fields.aliases ?? [], keyIn: text => text },
  {
    name: 'resource',
    keysOf: card => listed(card.fields.url).map(resourceId),
    keyIn: text => (/^[0-9a-f]{16}$/.test(text) ? text : undefined),
  },
  { name: 'url', keysOf: card => listed(card.fields.url), keyIn: text => (isUrl(text) ? text : undefined) },
  {
    name: 'canonical',
    keysOf: card => listed(card.fields.url).map(canonicalUrl),
    keyIn: text => (isUrl(text) ? canonicalUrl(text) : undefined),
  },
  {
    name: 'source',
    keysOf: card => sourceKeys(card.fields),
    keyIn: text => (isSource(text) ? sourceKey(text) : undefined),
  },
  { name: 'path', keysOf: card => [card.path], keyIn: (_, path) => path },
]

/** Ways that lead to no other cards than a later one does: what they find, that finds too. */
const COVERED: ReadonlySet<string> = new Set(['id', 'url'])

/** All keys by which a reference can lead to a card, the first letters of its ID among them. */
export function referenceKeysOf(card: Card): string[] {
  const keys = WAYS.filter(({ name }) => !COVERED.has(name)).flatMap(({ name, keysOf }) =>
    keysOf(card).map(key => `${name} ${key}`),
  )
  return [...keys, prefixKey(card.id)]
}

/**
 * The keys under which every card is found that a reference can lead to, by `referenceKeysOf`.
 * @param path the reference as a path relative to the library, when it can be one
 */
export function referenceKeysIn(reference: string, path?: string): string[] {
  const text = withScheme(reference.trim())
  const keys = WAYS.filter(({ name }) => !COVERED.has(name)).flatMap(({ name, keyIn }) => {
    const key = keyIn(text, path)
    return key === undefined ? [] : [`${name} ${key}`]
  })
  return isPrefix(text) ? [...keys, prefixKey(text)] : keys
}

function prefixKey(id: string): string {
  return `prefix ${id.slice(0, SHORTEST_PREFIX).toLowerCase()}`
}

/** Whether a text can be the start of an ID, and is no whole one. */
function isPrefix(text: string): boolean {
  return text.length >= SHORTEST_PREFIX && /^[A-Za-z0-9]{4,9}$/.test(text)
}

function isUrl(text: string): boolean {
  return parseUrl(text) !== undefined
}

function isSource(text: string): boolean {
  return isUrl(text) || doiIn(text) !== undefined || arxivKey(text) !== undefined
}

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
