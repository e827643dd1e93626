/**
 * A function that remembers its last argument and what it gave for it: the rules of lint ask the same of one card after
 * another, and nothing of a card is to be kept once the next is looked at.
 */
export function rememberLast<K, V>(work: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined
  return key => {
    if (last === undefined || last.key !== key) last = { key, value: work(key) }
    return last.value
  }
}
