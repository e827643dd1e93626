import { askedHosts } from '../../fetch/asked-hosts.ts'
import type { FetchedSource, FetchOptions } from '../../fetch/fetch-source.ts'
import { inTurn } from '../../fetch/polite-queue.ts'
import type { Card, KnownFields } from '../../model/card.ts'
import { counted, grouped } from '../../model/count-text.ts'
import type { Context } from '../command.ts'

/** A card, and what the network says of its source; undefined when it has nothing to ask for. */
export interface FetchedCard {
  readonly card: Card
  readonly fetched: FetchedSource | undefined
}

/** Asks the network about the sources of cards: a few at once, each host by one at a time. */
export async function fetchSources(context: Context, cards: readonly Card[]): Promise<FetchedCard[]> {
  // What parses pages is large, and needed once it is sure that there are any.
  const { fetchSource } = await import('../../fetch/fetch-source.ts')
  const { settings, version } = context
  const options: FetchOptions = {
    doiResolver: settings.fetch.doi_resolver ?? 'https://doi.org/',
    arxivBase: settings.fetch.arxiv ?? 'https://arxiv.org/',
    now: context.now(),
    version,
  }
  const told = (done: number) =>
    context.progress(`${grouped(done)} of ${counted(cards.length, 'source')} fetched`)
  told(0)
  return inTurn(
    cards.map(card => ({
      hosts: askedHosts(askable(card.fields), options),
      run: async () => ({
        card,
        fetched: isAskable(card.fields) ? await fetchSource(askable(card.fields), options) : undefined,
      }),
    })),
    told,
  )
}

/** By what the network is asked for a card's source. */
export function askable({ url, doi, arxiv }: KnownFields): Pick<KnownFields, 'url' | 'doi' | 'arxiv'> {
  return { ...(url && { url }), ...(doi && { doi }), ...(arxiv && { arxiv }) }
}

function isAskable(fields: KnownFields): boolean {
  return Object.keys(askable(fields)).length > 0
}
