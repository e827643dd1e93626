import { isDoi, isDoiPrefix } from './identifier.ts'
import { parseUrl, urlParts } from './url-parts.ts'

/** What publishers put behind the DOI of a page. */
const VIEWS = /^(?:full|abstract|abs|pdf|epdf|meta|html|reader|summary|fulltext|full-text|full\.pdf)$/i

/** The DOI in the address of a publisher's page: `/doi/abs/10.1111/risa.70023`, `?doi=…`, `?id=…`; undefined when there is none. */
export function doiInPath(text: string): string | undefined {
  // Escapes may hide what is looked for.
  if (!/10\.|%/.test(text) && urlParts(text)?.isPlain === true) return undefined
  const url = parseUrl(text)
  if (!url) return undefined
  const given = url.searchParams.get('doi') ?? url.searchParams.get('id')
  if (given !== null) return isWholeDoi(given) ? given.toLowerCase() : undefined
  const segments = url.pathname.split('/').map(decoded).filter(Boolean)
  const start = segments.findIndex(segment => isDoiPrefix(segment.replace(/\/.*$/s, '')))
  if (start < 0) return undefined
  const [prefix = '', ...rest] = segments.slice(start)
  const [name, ...views] = prefix.includes('/') ? ['', ...rest] : rest
  // A DOI may have slashes of its own; where it ends is certain only before a view that is known.
  if (views.length > 1 || views.some(view => !VIEWS.test(view))) return undefined
  const doi = prefix.includes('/') ? prefix : `${prefix}/${name ?? ''}`
  const bare = doi.replace(/(?:\.full|\.abstract)?(?:\.pdf)?$/i, '')
  // bioRxiv and medRxiv put the version behind it.
  const plain = /^10\.1101\//.test(bare) ? bare.replace(/v\d+$/, '') : bare
  return isWholeDoi(plain) ? plain.toLowerCase() : undefined
}

/** Whether a text is a DOI that nothing stands behind. */
function isWholeDoi(text: string): boolean {
  return isDoi(text) && /[\p{L}\p{N})]$/u.test(text)
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
