/** The lists whose items are single words. */
const LISTS_OF_WORDS: ReadonlySet<string> = new Set(['tags', 'cited_by', 'also_at', 'aliases', 'domains'])

/**
 * The items of a text that stands where a list of words should, and can be nothing else than words with commas between
 * them; undefined for any other.
 * @param key that of the list
 */
export function listedWords(key: string, text: string): string[] | undefined {
  if (!LISTS_OF_WORDS.has(key)) return undefined
  const words = text.split(',').map(word => word.trim())
  return words.length > 1 && words.every(word => /^\S+$/.test(word)) ? words : undefined
}
