import { LinkHasher } from './link-hash.ts'

/**
 * What a link says. The number is kept in the lowest four bits of its second word; those marked with * have two further
 * words.
 */
export const LINK = {
  /** Has to do with every card that shares the key, and with those that these have to do with. */
  shares: 0,
  tells: 1,
  /** Has to do with a card that tells or shares the key. */
  asks: 2,
  /** Is to be looked at when no other card tells the key. */
  misses: 3,
  /** Can only be looked at together with those that share the key. */
  needs: 4,
  /** * Gives a key one of several meanings: has to do with those that give it another, if these are more. */
  claims: 5,
  /** * The same, but is not itself counted. */
  doubts: 6,
  /** * Of something countable, a part and the whole of it that are in this card. */
  counts: 7,
  /** Is to be looked at when of something countable, at least half of all that there is belongs to the part. */
  mostly: 8,
  /** Is to be looked at, whatever there is besides. */
  alone: 9,
} as const

/** Whether a link of some kind has two words more. */
export function isLong(kind: number): boolean {
  return kind >= LINK.claims && kind <= LINK.counts
}

/** So many words a link has. */
export function lengthOf(kind: number): 2 | 4 {
  return isLong(kind) ? 4 : 2
}

/**
 * Collects by what one card may have to do with others. Keys are kept as hashes: that two are the same by accident, one
 * time in 2⁶⁰, makes rules look at a card that has nothing to do with another.
 */
export class CardLinks {
  private words: number[] = []
  private readonly hasher = new LinkHasher()
  private readonly meaning = new LinkHasher()

  /** What has been collected, as words of 32 bits; forgets it. */
  take(): readonly number[] {
    const { words } = this
    this.words = []
    return words
  }

  shares(space: string, key: string): void {
    this.push(LINK.shares, space, key)
  }

  tells(space: string, key: string): void {
    this.push(LINK.tells, space, key)
  }

  asks(space: string, key: string): void {
    this.push(LINK.asks, space, key)
  }

  misses(space: string, key: string): void {
    this.push(LINK.misses, space, key)
  }

  needs(space: string, key: string): void {
    this.push(LINK.needs, space, key)
  }

  /** @param meaning only once for each */
  claims(space: string, key: string, meaning: string): void {
    this.push(LINK.claims, space, key)
    this.pushMeaning(space, meaning)
  }

  doubts(space: string, key: string, meaning: string): void {
    this.push(LINK.doubts, space, key)
    this.pushMeaning(space, meaning)
  }

  counts(space: string, part: number, whole: number): void {
    this.push(LINK.counts, space, '')
    this.words.push(part, whole)
  }

  mostly(space: string): void {
    this.push(LINK.mostly, space, '')
  }

  alone(): void {
    this.words.push(0, LINK.alone)
  }

  private push(kind: number, space: string, key: string): void {
    const { high, low } = this.hasher.hash(space, key)
    this.words.push(high, (low & ~15) | kind)
  }

  private pushMeaning(space: string, meaning: string): void {
    const { high, low } = this.meaning.hash(space, meaning)
    this.words.push(high, low)
  }
}

/** The name of a key in a table by keys: 53 bits of its hash. */
export function keyName(high: number, low: number): number {
  return (high >>> 0) * 0x200000 + (low >>> 11)
}

/** The same for a key that is sought. */
export function soughtKey(space: string, key: string): number {
  const { high, low } = new LinkHasher().hash(space, key)
  return keyName(high, low)
}

/** The name of a meaning that is sought. */
export const soughtMeaning = soughtKey
