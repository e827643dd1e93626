import { closest } from './nearest.ts'

/**
 * What to say of a word that is not among those known: which of them it was meant for.
 * @param otherwise the sentence for a word that none is like
 */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  return suggestion(closest(word, known), otherwise)
}

/** The same of words that were found in another way. */
export function suggestion(meant: readonly string[], otherwise: string): string {
  const words = meant.map(word => `\`${word}\``)
  const last = words.pop()
  if (last === undefined) return otherwise
  return `Did you mean ${words.length === 0 ? last : `${words.join(', ')} or ${last}`}?`
}
