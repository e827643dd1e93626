import { type Card, compareCards } from '../../src/model/card.ts'
import { fold } from '../../src/model/fold.ts'
import { CardText } from '../../src/query/card-text.ts'
import type { QueryContext } from '../../src/query/field-kinds.ts'
import { compileQuery, isAddress, listWordTest } from '../../src/query/match-query.ts'
import type { Query } from '../../src/query/query.ts'
import { closeness, rank, rarity } from '../../src/query/rank-card.ts'
import { SEARCH_FIELDS } from '../../src/query/search-fields.ts'
import { type SearchWord, searchWords, wordKey } from '../../src/query/search-words.ts'

/**
 * Search as it is meant, without corrections: every card is folded and looked through by itself, field by field. The
 * real one, which looks through all cards at once, must give the same.
 */
export function searchCardByCard(query: Query, cards: readonly Card[], context: QueryContext) {
  const words = searchWords(query)
  const measured = cards.map(card => ({
    card,
    title: fold(card.fields.title ?? ''),
    frequencies: words.map(word => frequencyOf(word, card)),
  }))
  const rarities = words.map(({ isWanted }, i) =>
    isWanted ? rarity(measured.filter(({ frequencies }) => frequencies[i] !== 0).length, cards.length) : 0,
  )
  return measured
    .filter(({ card, frequencies }) => {
      const matches = compileQuery(query, {
        test: word =>
          isAddress(word)
            ? listWordTest(word)
            : () => frequencies[words.findIndex(({ key }) => key === wordKey(word))] !== 0,
        cost: () => 2,
      })
      return matches(new CardText(() => card, context))
    })
    .map(({ card, title, frequencies }) => {
      const near = frequencies.includes(0) ? 0 : closeness(title, words)
      return { id: card.id, score: Math.round(rank(frequencies, near, rarities) * 1000) / 1000, card }
    })
    .sort((a, b) => b.score - a.score || compareCards(a.card, b.card))
    .map(({ id, score }) => ({ id, score }))
}

function frequencyOf({ patterns }: SearchWord, card: Card): number {
  let sum = 0
  for (const pattern of patterns) {
    for (const { weight, length, textsOf } of SEARCH_FIELDS) {
      const texts = textsOf(card).map(fold)
      const scale = weight / (0.5 + (0.5 * texts.join('\0').length) / length)
      for (const text of texts) {
        for (const { isExact } of pattern.occurrences(text)) sum += isExact ? scale : scale * 0.5
      }
    }
  }
  return sum
}
