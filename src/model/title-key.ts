import type { KnownFields } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { foldedWords, lettersOf } from './fold.ts'
import { siteNames } from './site-names.ts'

/**
 * A title as titles are compared: words alone, without the name of the site in front or behind (`… (LessWrong)`,
 * `… | Nature`). Numbers stay, as parts and years of a series differ in nothing else.
 */
export function titleKey(fields: KnownFields, venues: VenueIndex): string {
  const title = fields.title ?? ''
  const sites = siteNames(fields, venues)
  const parts = /^(.{1,60}?): (.+)$|^(.+)(?: [|–—-] | \()([^()|]{1,60})\)?$/s.exec(title)
  const [, prefix, afterPrefix, beforeSuffix, suffix] = parts ?? []
  if (prefix !== undefined && sites.has(lettersOf(prefix))) return wordsOf(afterPrefix ?? '')
  if (suffix !== undefined && sites.has(lettersOf(suffix))) return wordsOf(beforeSuffix ?? '')
  return wordsOf(title)
}

function wordsOf(text: string): string {
  return foldedWords(text).join(' ')
}
