/**
 * A set of numbers of 32 bits that may take one for another: it only says which are worth a closer look. Sixteen bits
 * for each number fit into a processor's cache where a set of them would not.
 */
export class RoughSet {
  private readonly bits: Uint8Array
  private readonly shift: number

  /** @param size how many numbers there may be */
  constructor(size: number) {
    const exponent = Math.min(27, Math.max(12, Math.ceil(Math.log2(size * 16 + 1))))
    this.bits = new Uint8Array(2 ** (exponent - 3))
    this.shift = 32 - exponent
  }

  has(number: number): boolean {
    const place = number >>> this.shift
    return ((this.bits[place >>> 3] as number) & (1 << (place & 7))) !== 0
  }

  add(number: number): void {
    const place = number >>> this.shift
    this.bits[place >>> 3] = (this.bits[place >>> 3] as number) | (1 << (place & 7))
  }
}
