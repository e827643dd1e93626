import type { Venue } from '../../../model/card.ts'
import { RATINGS } from '../../../model/credibility.ts'
import { fold } from '../../../model/fold.ts'
import type { FieldLog } from '../../import-log.ts'
import type { PageLine } from './page-sections.ts'

/** What the part below `Credibility Rating` gives a card. */
export interface PageRating {
  readonly venue?: string
  readonly unknownVenue?: string
  readonly credibility?: { readonly rating: number }
  /** The lines that follow: to whom the source matters. */
  readonly rest: readonly PageLine[]
}

/**
 * Reads `Good quality. …` and `Rating inherited from publication venue: LessWrong`. An inherited rating is not the
 * card's: its venue is looked up by name.
 */
export function pageRating(lines: readonly PageLine[], venues: readonly Venue[], log: FieldLog): PageRating {
  const [first, ...others] = lines
  const rating = RATINGS.find(({ label }) => first?.text.startsWith(`${label} `))?.rating
  const rest = rating === undefined ? lines : others
  const inherited = rest.find(({ text }) => INHERITED.test(text))
  if (!inherited) return { rest, ...(rating === undefined ? {} : { credibility: { rating } }) }
  const remaining = rest.filter(each => each !== inherited)
  const name = inherited.text.replace(INHERITED, '').trim()
  const venue = venues.find(each => fold(each.name) === fold(name))
  if (!venue) {
    if (rating !== undefined)
      log.drop(`The rating ${rating} is that of the venue ${name}, which is not known.`, first?.line)
    return { unknownVenue: name, rest: remaining }
  }
  if (rating !== undefined && venue.credibility !== rating) {
    const has = venue.credibility === undefined ? 'has none' : `is rated ${venue.credibility}`
    log.drop(`The page inherits ${rating} from ${name}, but ${venue.id} ${has} in venues.yaml.`, first?.line)
  }
  return { venue: venue.id, rest: remaining }
}

const INHERITED = /^Rating inherited from publication venue:\s*/
