import type { KnownFields } from './card.ts'
import type { VenueIndex } from './credibility.ts'
import { foldedWords } from './fold.ts'
import { isSiteName } from './site-names.ts'

/**
 * A title as titles are compared: words alone, without the name of the site in front or behind (`… (LessWrong)`,
 * `… | Nature`). Numbers stay, as parts and years of a series differ in nothing else.
 */
export function titleKey(fields: KnownFields, venues: VenueIndex): string {
  const title = fields.title ?? ''
  if (!MAY_NAME_SITE.test(title)) return wordsOf(title)
  const isSite = (name: string) => isSiteName(name, fields, venues)
  const parts = /^(.{1,60}?): (.+)$|^(.+)(?: [|–—-] | \()([^()|]{1,60})\)?$/s.exec(title)
  const [, prefix, afterPrefix, beforeSuffix, suffix] = parts ?? []
  if (prefix !== undefined && isSite(prefix)) return wordsOf(afterPrefix ?? '')
  if (suffix !== undefined && isSite(suffix)) return wordsOf(beforeSuffix ?? '')
  return wordsOf(title)
}

/** What parts the name of a site from a title. */
const MAY_NAME_SITE = /: | [|–—(-]/

/** Many titles are nothing else. */
const WORDS_ALONE = /^[a-z\d]+(?: [a-z\d]+)*$/i

function wordsOf(text: string): string {
  if (WORDS_ALONE.test(text)) return text.toLowerCase()
  return foldedWords(text).join(' ')
}
