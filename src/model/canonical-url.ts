import { withoutWww } from './host.ts'
import { urlParts } from './url-parts.ts'
import { withoutEndSlashes } from './without-end-slashes.ts'

export { parseUrl } from './url-parts.ts'

/** Query parameters that only track the reader: dropped when URLs are compared. A trailing `*` is a prefix. */
export const TRACKING_PARAMETERS: readonly string[] = [
  'utm_*',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  'oly_anon_id',
  'oly_enc_id',
  'vero_id',
  'ref_src',
  'ref_url',
  'cmpid',
  'ocid',
  'ncid',
]

const TRACKING = new RegExp(
  `^(?:${TRACKING_PARAMETERS.map(name => (name.endsWith('*') ? `${name.slice(0, -1)}[^=]*` : name)).join('|')})(?:=|$)`,
  'i',
)

/**
 * The form in which two URLs are compared; never shown.
 *
 * http as https, scheme and host in lower case, without `www.`, default port, text fragment, tracking parameters
 * and trailing slash; parameters sorted. Other fragments stay, and so does the case of the path. What is no URL
 * comes back trimmed.
 */
export function canonicalUrl(text: string): string {
  const url = urlParts(text)
  if (!url) return text.trim()
  const host = withoutWww(url.hostname)
  const port = url.port === '' || url.port === '443' ? '' : `:${url.port}`
  const user = url.username === '' ? '' : `${url.username}${url.password && `:${url.password}`}@`
  const path = withoutEndSlashes(url.pathname)
  const fragment = url.hash === '' ? '' : url.hash.replace(/:~:.*$/s, '').replace(/^#$/, '')
  return `https://${user}${host}${port}${path}${sortedParameters(url.search)}${fragment}`
}

function sortedParameters(search: string): string {
  if (search === '') return ''
  const kept = search
    .slice(1)
    .split('&')
    .filter(part => part !== '' && !TRACKING.test(part))
    .sort()
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}
