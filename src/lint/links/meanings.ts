/** How often a key is given a meaning, and a row that gives it. */
interface Given {
  count: number
  readonly row: number
}

/** A row that gives a key a meaning, and whether that is counted. */
interface Claim {
  readonly row: number
  readonly key: number
  readonly meaning: number
  readonly isCounted: boolean
}

/** The meanings that rows give to keys. Most keys have one: only of the others they are counted. */
export class Meanings {
  private readonly first = new Map<number, number>()
  private readonly given = new Map<number, Map<number, Given>>()
  private readonly claims: Claim[] = []

  /** Whether any key is contested. */
  get areContested(): boolean {
    return this.given.size > 0
  }

  /** Takes note of a meaning: a key that gets two is contested. */
  note(key: number, meaning: number): void {
    const first = this.first.get(key)
    if (first === undefined) this.first.set(key, meaning)
    else if (first !== meaning) this.contest(key)
  }

  contest(key: number): void {
    if (!this.given.has(key)) this.given.set(key, new Map())
  }

  /** Forgets what was needed to find the contested keys. */
  endNotes(): void {
    this.first.clear()
  }

  /** Counts the claim of a row, if the key is contested. */
  add(claim: Claim): void {
    const given = this.given.get(claim.key)
    if (given === undefined) return
    this.claims.push(claim)
    if (claim.isCounted) count(given, claim.meaning, claim.row)
  }

  /** The rows that give a key a meaning, where another one is given more often. */
  *outnumbered(): Iterable<number> {
    const most = new Map([...this.given].map(([key, given]) => [key, mostOf(given)]))
    for (const { row, key, meaning, isCounted } of this.claims) {
      const own = isCounted ? (this.given.get(key)?.get(meaning)?.count ?? 0) : 0
      if ((most.get(key) ?? 0) > own) yield row
    }
  }

  /** For each meaning of a contested key, a row that gives it. */
  *rowsOf(key: number): Iterable<number> {
    for (const { row } of this.given.get(key)?.values() ?? []) yield row
  }

  /**
   * How many rows give a key a meaning.
   * @param each goes through all rows that give the key a meaning, for a key that is not contested
   */
  countOf(
    key: number,
    meaning: number,
    each: (look: (meaning: number, row: number) => void) => void,
  ): number {
    let given = this.given.get(key)
    if (given === undefined) {
      const found = new Map<number, Given>()
      each((other, row) => count(found, other, row))
      given = found
      this.given.set(key, found)
    }
    return given.get(meaning)?.count ?? 0
  }
}

function count(given: Map<number, Given>, meaning: number, row: number): void {
  const known = given.get(meaning)
  if (known) known.count++
  else given.set(meaning, { count: 1, row })
}

function mostOf(given: ReadonlyMap<number, Given>): number {
  let most = 0
  for (const { count: each } of given.values()) if (each > most) most = each
  return most
}
