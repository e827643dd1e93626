import { parseUrl } from '../../../model/canonical-url.ts'
import type { KnownFields } from '../../../model/card.ts'
import type { VenueIndex } from '../../../model/credibility.ts'
import { fold } from '../../../model/fold.ts'

/**
 * A title as titles are compared: words alone, without the name of the site in front or behind (`… (LessWrong)`,
 * `… | Nature`). Numbers stay, as parts and years of a series differ in nothing else.
 */
export function titleKey(fields: KnownFields, venues: VenueIndex): string {
  const title = fields.title ?? ''
  const sites = siteNames(fields, venues)
  const parts = /^(.{1,60}?): (.+)$|^(.+)(?: [|–—-] | \()([^()|]{1,60})\)?$/s.exec(title)
  const [, prefix, afterPrefix, beforeSuffix, suffix] = parts ?? []
  if (prefix !== undefined && sites.has(wordsOf(prefix))) return wordsOf(afterPrefix ?? '')
  if (suffix !== undefined && sites.has(wordsOf(suffix))) return wordsOf(beforeSuffix ?? '')
  return wordsOf(title)
}

/** The names by which the site of a card may be called. */
function siteNames(fields: KnownFields, venues: VenueIndex): ReadonlySet<string> {
  const host = parseUrl(fields.url ?? '')?.hostname ?? ''
  const named = fields.venue === undefined ? undefined : venues.get(fields.venue)
  const found = fields.url === undefined ? undefined : venues.matching(fields.url)
  const names = [host, ...host.split('.'), named?.id, named?.name, found?.id, found?.name]
  return new Set(names.filter(name => name !== undefined && name !== '').map(name => wordsOf(name ?? '')))
}

function wordsOf(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
