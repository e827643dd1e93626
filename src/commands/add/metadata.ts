import { rawValue } from '../../edit/raw-value.ts'
import { askedHosts } from '../../fetch/asked-hosts.ts'
import { askable } from '../../fetch/identified.ts'
import { canonicalUrl } from '../../model/canonical-url.ts'
import type { VenueIndex } from '../../model/credibility.ts'
import { guessType } from '../../model/guess-type.ts'
import { venueNamed } from '../../model/venue-named.ts'
import type { Context } from '../command.ts'
import { fetchSettings } from '../fetch-settings.ts'
import type { CardDraft } from './draft.ts'
import { impliedIdentifier } from './source.ts'

/** What came of asking the network about a source. */
export interface Fetched {
  /** Why there is no metadata, or not all: sentences. */
  readonly problems: readonly string[]
  /** What the source calls its venue. */
  readonly venueName?: string | undefined
  /** The address that the page calls its own, where that is another than the one given. */
  readonly ownUrl?: string | undefined
}

/** Asks the network about the source of a draft, and fills what the draft lacks. */
export async function fillFromNetwork(draft: CardDraft, context: Context): Promise<Fetched> {
  const { url } = draft.known()
  const what = askable(draft.known())
  if (what === undefined) return { problems: [] }
  const settings = fetchSettings(context)
  const [host] = askedHosts(what, settings)
  context.progress(`Asking ${host ?? url} …`)
  // Without the network, there is no need of what reads pages.
  const { fetchSource } = await import('../../fetch/fetch-source.ts')
  const fetched = await fetchSource(what, settings)
  let ownUrl: string | undefined
  for (const { field, value, from } of fetched.fields) {
    if (field === 'url' && url !== undefined && canonicalUrl(String(value)) !== canonicalUrl(url))
      ownUrl = String(value)
    draft.fill(field, rawValue(value), 'page', from)
  }
  if (fetched.isAnswered) draft.fill('fetch', rawValue(fetched.fetch), 'page', 'this request')
  const left = draft
    .dropMisfits()
    .map(({ message }) => `Something that the page says was left out: ${message}`)
  return { problems: [...fetched.problems, ...left], venueName: fetched.venueName, ownUrl }
}

/** Puts in the identifier that the URL of a draft has in it, where the network is not asked for it. */
export function fillIdentifier(draft: CardDraft): void {
  const implied = impliedIdentifier(draft)
  if (implied) draft.set(implied[0], implied[1], 'guess', 'its URL')
}

/** Where a type is from that is only the commonest. */
export const NO_TYPE = 'nothing tells its kind'

/**
 * Guesses what a draft lacks of venue and type.
 * @param venueName what the source calls its venue
 */
export function fillGuesses(draft: CardDraft, venues: VenueIndex, venueName?: string): void {
  const { url, venue } = draft.known()
  if (venue === undefined && !draft.has('venue')) {
    const matching = url === undefined ? undefined : venues.matching(url)
    const named = venueName === undefined ? undefined : venueNamed(venueName, venues)
    if (matching) draft.set('venue', matching.id, 'guess', 'guess: its host')
    else if (named) draft.set('venue', named.id, 'guess', `guess: its name, ${venueName}`)
  }
  if (draft.has('type')) return
  const guess = guessType(draft.known(), venues)
  draft.set('type', guess?.type ?? 'web', 'guess', guess ? `guess: ${guess.by}` : NO_TYPE)
}
