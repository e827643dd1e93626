/** An item of a list that repeats an earlier one. */
export interface Repeat {
  readonly index: number
  /** Where the same stands first. */
  readonly first: number
}

/** The items of a list whose key an earlier item has too, in their order. */
export function repeatsIn<T>(items: readonly T[], keyOf: (item: T) => string): Repeat[] {
  const firstOf = new Map<string, number>()
  return items.flatMap((item, index) => {
    const key = keyOf(item)
    const first = firstOf.get(key)
    if (first !== undefined) return [{ index, first }]
    firstOf.set(key, index)
    return []
  })
}
