/**
 * A function that remembers what it gave for many arguments: for what is asked again and again about the cards of a
 * library, such as a host or a name. Once it remembers `most` it forgets them all, so that memory stays flat.
 */
export function rememberMany<K, V>(work: (key: K) => V, most = 10_000): (key: K) => V {
  const known = new Map<K, V>()
  return key => {
    const value = known.get(key)
    if (value !== undefined) return value
    if (known.size >= most) known.clear()
    const made = work(key)
    known.set(key, made)
    return made
  }
}
