/** Of things that are countable, how many there are, and how many of these belong to a part. */
export class Totals {
  private readonly totals = new Map<number, { part: number; whole: number }>()

  add(key: number, part: number, whole: number): void {
    const total = this.totals.get(key) ?? { part: 0, whole: 0 }
    total.part += part
    total.whole += whole
    this.totals.set(key, total)
  }

  /** Whether at least half belongs to the part. */
  isMostly(key: number): boolean {
    const { part, whole } = this.totals.get(key) ?? { part: 0, whole: 0 }
    return 2 * part >= whole
  }

  /** The keys of which that is so. */
  mostlyKeys(): number[] {
    return [...this.totals.keys()].filter(key => this.isMostly(key))
  }
}
