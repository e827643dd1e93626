/** An item of a list that repeats an earlier one. */
export interface Repeat {
  readonly index: number
  /** Where the same stands first. */
  readonly first: number
}

/** The items of a list whose key an earlier item has too, in their order. */
export function repeatsIn<T>(items: readonly T[], keyOf: (item: T) => string): readonly Repeat[] {
  if (items.length < 2) return NONE
  const keys = items.map(keyOf)
  // Mostly there are a few, of which none is there twice.
  if (keys.length < FEW && !hasRepeat(keys)) return NONE
  const firstOf = new Map<string, number>()
  return keys.flatMap((key, index) => {
    const first = firstOf.get(key)
    if (first !== undefined) return [{ index, first }]
    firstOf.set(key, index)
    return []
  })
}

function hasRepeat(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if (keys.indexOf(keys[i] ?? '') < i) return true
  return false
}

const FEW = 20

const NONE: readonly never[] = []
