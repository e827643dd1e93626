import type { CardType, KnownFields, Venue } from '../../model/card.ts'
import { arxivKey } from '../../model/identifier.ts'
import { isConference } from '../is-conference.ts'

/** The type of CSL 1.0.2 for a card, where the card's type alone tells it. */
const BY_TYPE: Readonly<Record<Exclude<CardType, 'paper' | 'news' | 'reference'>, string>> = {
  report: 'report',
  book: 'book',
  blog: 'post-weblog',
  web: 'webpage',
  // With `genre`, which tells it from other reports: legislation is what few documents of governments are.
  government: 'report',
  talk: 'speech',
  podcast: 'broadcast',
  video: 'motion_picture',
  interview: 'interview',
  dataset: 'dataset',
  code: 'software',
  other: 'document',
}

/** What the `genre` of a report of a government says. */
export const GOVERNMENT = 'Government document'

/** The type of CSL 1.0.2 for a card, from which the card's own can be told. */
export function cslTypeFor(fields: KnownFields, venue: Venue | undefined): string {
  const kind = venue?.type ?? ''
  switch (fields.type) {
    case undefined:
      return 'document'
    case 'paper':
      return paperType(fields, venue)
    case 'news':
      return /magazine/.test(kind) ? 'article-magazine' : 'article-newspaper'
    case 'reference':
      return /encyclop/.test(kind) ? 'entry-encyclopedia' : 'entry'
    default:
      return BY_TYPE[fields.type]
  }
}

/** `article` is a paper that no journal or conference has published: a preprint, a working paper. */
function paperType({ doi }: KnownFields, venue: Venue | undefined): string {
  if (venue === undefined)
    return doi !== undefined && arxivKey(doi) === undefined ? 'article-journal' : 'article'
  const kind = venue.type ?? ''
  if (/journal/.test(kind)) return 'article-journal'
  if (isConference(venue)) return 'paper-conference'
  return venue.peer_reviewed === true && !/preprint/.test(kind) ? 'article-journal' : 'article'
}

/** Types whose source stands in something that has a title of its own: their venue is that, not a publisher. */
const CONTAINED = new Set([
  'article-journal',
  'paper-conference',
  'article-newspaper',
  'article-magazine',
  'post-weblog',
  'webpage',
  'entry',
  'entry-encyclopedia',
  'broadcast',
  'interview',
])

/** Which variable of CSL names the venue of a source of some type. */
export function venueVariable(cslType: string): 'container-title' | 'publisher' {
  return CONTAINED.has(cslType) ? 'container-title' : 'publisher'
}
