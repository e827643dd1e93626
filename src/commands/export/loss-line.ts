import type { Loss } from '../../export/loss-log.ts'
import { counted, grouped } from '../../model/count-text.ts'
import { groupBy } from '../../model/group-by.ts'
import { neutralLine } from '../../render/neutral.ts'

/** What was lost, a line for what was dropped and one for what was changed; none when nothing was. */
export function lossLine(format: string, losses: readonly Loss[]): string[] {
  return [...groupBy(losses, ({ what }) => what)].map(([what, some]) => {
    const parts = some.map(({ field, why, cards }, i) => {
      const count = i === 0 ? counted(cards.length, 'card') : grouped(cards.length)
      return `${field} on ${count}${why === undefined ? '' : ` (${why})`}`
    })
    return neutralLine(`${format}: ${what} ${parts.join(', ')}`)
  })
}
