import { askedHosts } from '../../fetch/asked-hosts.ts'
import type { FetchedSource } from '../../fetch/fetch-source.ts'
import { askable } from '../../fetch/identified.ts'
import { inTurn } from '../../fetch/polite-queue.ts'
import type { Card } from '../../model/card.ts'
import { counted, grouped } from '../../model/count-text.ts'
import type { Context } from '../command.ts'
import { fetchSettings } from '../fetch-settings.ts'

/** A card, and what the network says of its source; undefined when it has nothing to ask for. */
export interface FetchedCard {
  readonly card: Card
  readonly fetched: FetchedSource | undefined
}

/** Asks the network about the sources of cards: a few at once, each host by one at a time. */
export async function fetchSources(context: Context, cards: readonly Card[]): Promise<FetchedCard[]> {
  // What parses pages is large, and needed once it is sure that there are any.
  const { fetchSource } = await import('../../fetch/fetch-source.ts')
  const options = fetchSettings(context)
  const told = (done: number) =>
    context.progress(`${grouped(done)} of ${counted(cards.length, 'source')} fetched`)
  told(0)
  return inTurn(
    cards.map(card => {
      const what = askable(card.fields)
      return {
        hosts: what === undefined ? [] : askedHosts(what, options),
        run: async () => ({ card, fetched: what && (await fetchSource(what, options)) }),
      }
    }),
    told,
  )
}
