import { isPlaceholderWord } from '../model/placeholder-word.ts'

/** A record without an abstract or authors that only say that nobody knew them: `N/A`, `Unknown`, `-`. */
export function withoutStandIns(
  said: { readonly [key: string]: unknown },
  drop: (key: string, why: string) => void,
): { [key: string]: unknown } {
  const isStandIn = (value: unknown) => typeof value === 'string' && isPlaceholderWord(value)
  const kept = { ...said }
  if (isStandIn(kept.abstract)) {
    drop('abstract', `It stands in for one: ${String(kept.abstract)}`)
    delete kept.abstract
  }
  if (Array.isArray(kept.authors) && kept.authors.some(isStandIn)) {
    for (const name of kept.authors.filter(isStandIn))
      drop('authors', `It stands in for a name: ${String(name)}`)
    kept.authors = kept.authors.filter(name => !isStandIn(name))
    if ((kept.authors as unknown[]).length === 0) delete kept.authors
  }
  return kept
}
