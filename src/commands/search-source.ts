import { type Card, compareCards } from '../model/card.ts'
import type { Library } from '../model/library.ts'
import { filterFieldsOf } from '../query/fields-of.ts'
import type { Query } from '../query/query.ts'
import type { SearchSource } from '../query/search-cards.ts'
import { SearchText } from '../query/search-text.ts'
import { searchTextBytes, searchTextFrom } from '../query/search-text-bytes.ts'

/** The cards of a library as a query searches them: their texts as they were kept, or made anew where they changed. */
export async function librarySource(library: Library, query: Query): Promise<SearchSource> {
  const { bytes, paths, numbers, keep } = await library.kept('search')
  const known = bytes && searchTextFrom(bytes)
  const isSame = known?.size === paths.length && numbers.every((number, i) => number === i)
  const text = known && isSame ? known : await patched(library, paths, known && numbers, known)
  if (text !== known) keep(() => searchTextBytes(text))
  const fields = filterFieldsOf(query)
  const cards = fields.size === 0 ? undefined : [...(await library.cardsWith(fields))].sort(compareCards)
  return {
    text,
    card: number => {
      const card = cards?.[number]
      if (card) return card
      throw new Error('The query looks at fields that it does not name.')
    },
    wholeCards: some => library.cardsAt(some.map(number => paths[number] as string)),
  }
}

/** @param numbers for each card its number in a known text, or -1; undefined when there is none */
async function patched(
  library: Library,
  paths: readonly string[],
  numbers: Int32Array | undefined,
  known = new SearchText(0, []),
): Promise<SearchText> {
  const numberOf = (i: number) => numbers?.[i] ?? -1
  const changed = await library.cardsAt(paths.filter((_, i) => numberOf(i) < 0))
  let next = 0
  return known.with(paths.map((_, i) => (numberOf(i) < 0 ? (changed[next++] as Card) : numberOf(i))))
}
