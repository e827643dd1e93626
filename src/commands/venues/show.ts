import { jsonText } from '../../model/json-text.ts'
import { readableWidth } from '../../render/readable-width.ts'
import { venuePage } from '../../render/venue-page.ts'
import type { Context, Result } from '../command.ts'
import { venueFigures, venueJson } from './figures.ts'
import { findVenue } from './find.ts'
import type { VenuesOptions } from './options.ts'

/** So many of its cards are shown, unless all are asked for. */
const SHOWN = 20

/** One venue with its cards. */
export async function showVenue(
  context: Context,
  reference: string,
  { json, all }: VenuesOptions,
): Promise<Result> {
  const { library, terminal, isTerminal } = context
  const { venues, figuresOf } = await venueFigures(library)
  const venue = findVenue(reference, venues, library.location('venues.yaml'))
  const figures = figuresOf(venue)
  if (json) {
    const value = { ...venueJson(venue, figures), card_ids: figures.cards.map(({ id }) => id) }
    return { text: `${jsonText(value, 2)}\n`, exitCode: 0 }
  }
  const width = isTerminal ? readableWidth(terminal) : Number.POSITIVE_INFINITY
  const shown = all ? figures.cards : figures.cards.slice(0, SHOWN)
  return { text: venuePage({ venue, venues, shown, ...figures }, terminal, width), exitCode: 0 }
}
