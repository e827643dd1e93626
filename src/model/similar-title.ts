import { authorNames } from './author.ts'
import type { KnownFields } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { fold } from './fold.ts'
import { isHomePage } from './host.ts'
import { arxivKey } from './identifier.ts'
import { titleKey } from './title-key.ts'
import { urlParts } from './url-parts.ts'

/**
 * What two cards must share to be alike: the title, with the family name of an author or with the year. A title of one
 * word, or of a site's home page, says too little.
 */
export function similarityKeys(fields: KnownFields, venues: VenueIndex): string[] {
  return keysOf(fields, comparedTitle(fields, venues))
}

/**
 * Of any two cards that share one of `similarityKeys`, what they share too, and is known sooner: of a longer title
 * nothing but the title, as hardly any cards with it are not alike.
 */
export function roughSimilarityKeys(fields: KnownFields, venues: VenueIndex): readonly string[] {
  const title = comparedTitle(fields, venues)
  if (title === '' || (fields.authors === undefined && fields.published === undefined)) return []
  return isLong(title) ? [title] : keysOf(fields, title)
}

/** The title of a card as titles are compared; '' for one that says too little. */
function comparedTitle(fields: KnownFields, venues: VenueIndex): string {
  const title = titleKey(fields, venues)
  if (!title.includes(' ')) return ''
  const url = fields.url === undefined ? undefined : urlParts(fields.url)
  return url && isHomePage(url) ? '' : title
}

/** Whether a title that is compared has four words or more. */
function isLong(title: string): boolean {
  return / [^ ]+ [^ ]+ /.test(title)
}

function keysOf(fields: KnownFields, title: string): string[] {
  if (title === '') return []
  const year = fields.published?.slice(0, 4)
  const families = authorNames(fields.authors).map(author => author.family ?? '')
  return [
    ...families.filter(Boolean).map(family => `${title}\nby ${fold(family)}`),
    // Organisations give one title to the report of every year, so that theirs have to be of the same year.
    ...(year !== undefined && isLong(title) ? [`${title}\nin ${year}`] : []),
  ]
}

/** Whether two cards with a title in common can be one source: not when they are editions, or parts of a series. */
export function mayBeOne(a: KnownFields, b: KnownFields): boolean {
  const areEditions = a.isbn !== undefined && b.isbn !== undefined
  return !areEditions && !areNumbered(a.url, b.url)
}

/** A number in an address that counts something: parts, episodes, years, versions. */
const COUNTER =
  /(?<![a-z\d])((?:part|pt|vol|volume|v|ep|episode|chapter|ch|no|issue|lecture|week|day|s)?)\d{1,4}(?![a-z\d])/gi

/** Whether two addresses differ in nothing but such numbers. */
function areNumbered(a = '', b = ''): boolean {
  const plain = (url: string) => url.replace(COUNTER, '$1#')
  return a !== b && arxivKey(a) === undefined && plain(a) === plain(b)
}
