import type { KnownFields } from '../../../model/card.ts'
import { rememberLast } from '../../../model/remember-last.ts'
import { urlParts } from '../../../model/url-parts.ts'

/** Letters, digits and marks that no URL is cut off behind, nor by; no brackets and no escapes. */
const PATH = /^[\w/.~:@+=&;!$*'-]*[\w/~=+-]$/

const QUERY = /^(?:\?[\w=&.-]*[\w=-])?$/

/** What hosts and paths have that stand in for others, and more. */
const STAND_IN =
  /example|todo|tbd|tba|fixme|placeholder|x{3}|\.(?:test|invalid|localhost|local|none|unknown|url|link)\b|(?:domain|website|site|url)\.|\.(?:0000|12345|67890|99999)/i

/**
 * Whether the rules on single URLs surely have nothing to say of any of a card's: all can be opened, are whole, and stand
 * in for none; what follows the question mark is for `url/tracking` alone.
 */
export const hasUsualUrls = rememberLast(({ url, also_at, archive_url }: KnownFields): boolean => {
  if (also_at !== undefined && !also_at.every(isUsual)) return false
  return (archive_url === undefined || isUsual(archive_url)) && (url === undefined || isUsual(url))
})

function isUsual(text: string): boolean {
  const url = urlParts(text)
  return url?.isPlain === true && PATH.test(url.pathname) && QUERY.test(url.search) && !STAND_IN.test(text)
}
