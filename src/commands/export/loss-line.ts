import type { Loss } from '../../export/loss.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { groupBy } from '../../model/group-by.ts'
import { neutralLine } from '../../model/neutral.ts'

/** So many losses are told one by one; of more, those that concern most cards. */
const MOST = 12

/**
 * What was lost, a line for what was dropped and one for what was changed; none when nothing was:
 * `ris: dropped key_points on 412 cards, credibility on 1,046`.
 */
export function lossLine(format: string, losses: readonly Loss[]): string[] {
  return [...groupBy(losses, ({ what }) => what)].map(([what, some]) => {
    const told = withMostCards(some)
    const parts = told.map(({ field, why, cards }, i) => {
      const count = i === 0 ? counted(cards.length, 'card') : grouped(cards.length)
      return `${field} on ${count}${why === undefined ? '' : ` (${why})`}`
    })
    const rest = some.length - told.length
    if (rest > 0) parts.push(`and ${grouped(rest)} more, which --report FILE tells`)
    return neutralLine(`${format}: ${what} ${parts.join(', ')}`)
  })
}

/** The losses that concern most cards, in the order in which they came. */
function withMostCards(losses: readonly Loss[]): readonly Loss[] {
  if (losses.length <= MOST + 1) return losses
  const most = new Set(losses.toSorted((a, b) => b.cards.length - a.cards.length).slice(0, MOST))
  return losses.filter(loss => most.has(loss))
}
