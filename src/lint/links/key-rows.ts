/** The rows that have some keys. */
export class KeyRows {
  private readonly rows = new Map<number, number[]>()
  private readonly limit: number

  /** @param limit so many rows of a key are enough */
  constructor(limit = Number.POSITIVE_INFINITY) {
    this.limit = limit
  }

  /** Adds a row; those of a key come in order. */
  add(key: number, row: number): void {
    const known = this.rows.get(key)
    if (known === undefined) this.rows.set(key, [row])
    else if (known.at(-1) !== row && known.length < this.limit) known.push(row)
  }

  /** The rows of a key; undefined when it has none. */
  of(key: number): readonly number[] | undefined {
    return this.rows.get(key)
  }

  /** Whether another row has a key. */
  hasOther(key: number, row: number): boolean {
    return this.rows.get(key)?.some(other => other !== row) ?? false
  }

  /** The rows that have a key that others have. */
  *inCompany(): Iterable<number> {
    for (const rows of this.rows.values()) if (rows.length > 1) yield* rows
  }
}
