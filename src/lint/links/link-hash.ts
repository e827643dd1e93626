/** A hash of 64 bits, as two numbers of 32, signed. It need not withstand anybody: see `CardLinks` for what rests on it. */
export interface LinkHash {
  readonly high: number
  readonly low: number
}

/** Two hashes of 32 bits, made in one pass over a text, each of its own multiplier (after cyrb53). */
export class LinkHasher implements LinkHash {
  high = 0
  low = 0

  /** Hashes a text, and what it is said of: the same word as an ID and as a name are two things. */
  hash(space: string, text: string): this {
    let a = 0xdeadbeef | 0
    let b = 0x41c6ce57 | 0
    for (let i = 0; i < space.length; i++) {
      const unit = space.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
    }
    a = Math.imul(a ^ 0xffff, 0x9e3779b1)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
    this.high = a | 0
    this.low = b | 0
    return this
  }
}
