import { parseUrl } from '../../model/canonical-url.ts'
import type { Venue } from '../../model/card.ts'
import type { VenueIndex } from '../../model/credibility.ts'
import { suggestion } from '../../model/did-you-mean.ts'
import { CardsError } from '../../model/errors.ts'
import { lettersOf } from '../../model/fold.ts'
import { closest } from '../../model/nearest.ts'

/** What is longer is no misspelt name, and takes long to compare. */
const LONGEST = 100

/**
 * The venue that a text names: by its id, by its name or id with case, accents and punctuation folded away, or by a
 * URL or host that it matches.
 * @param file venues.yaml, as the user would name it
 * @throws CardsError `no` when there is none, or several go by the name
 */
export function findVenue(reference: string, venues: VenueIndex, file: string): Venue {
  const text = reference.trim()
  const exact = venues.get(text)
  if (exact) return exact
  const letters = lettersOf(text)
  const named = venues.all.filter(({ id, name }) => [id, name].some(each => lettersOf(each) === letters))
  const ids = [...new Set(named.map(({ id }) => id))]
  if (letters !== '' && ids.length > 1)
    throw new CardsError(
      'no',
      `${text} may mean any of ${ids.length} venues.`,
      `Name one: ${ids.join(', ')}.`,
    )
  if (letters !== '' && named[0]) return named[0]
  const url = /^[^\s/]+\.[^\s/]/.test(text) ? parseUrl(`https://${text}`) : parseUrl(text)
  const matching = url && venues.matching(url.href)
  if (matching) return matching
  throw unknown(text, url?.hostname, venues, file)
}

function unknown(text: string, host: string | undefined, { all }: VenueIndex, file: string): CardsError {
  if (host !== undefined)
    return new CardsError(
      'no',
      `No venue of ${file} has \`${host}\` among its domains.`,
      `Add one with: cards venues add ID --name NAME --domain ${host}`,
    )
  const near = text.length > LONGEST ? [] : closest(text, new Set(all.flatMap(({ id, name }) => [id, name])))
  const meant = all.filter(({ id, name }) => near.includes(id) || near.includes(name)).map(({ id }) => id)
  const hint = suggestion(meant.slice(0, 3), '`cards venues` lists those that there are.')
  return new CardsError('no', `There is no venue \`${text}\` in ${file}.`, hint)
}
