import { canonicalUrl } from './canonical-url.ts'
import { foldedWords } from './fold.ts'
import { plainHost } from './host.ts'
import type { Pointer } from './place.ts'
import { parseUrl, urlParts } from './url-parts.ts'
import { withoutEndSlashes } from './without-end-slashes.ts'

const DOI_PREFIX = /^10\.\d{4,9}(?:\.\d+)*$/
const ARXIV = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i

/** The fields by which a card names its source, of which it must have one. */
export const SOURCE_FIELDS = ['url', 'doi', 'arxiv', 'isbn', 'pmid'] as const

/** Whether a text has the form of a bare DOI, as the schema asks for it. */
export function isDoi(text: string): boolean {
  const slash = text.indexOf('/')
  return slash > 0 && isDoiPrefix(text.slice(0, slash)) && /^\S+$/.test(text.slice(slash + 1))
}

/** Whether a text has the form of what stands before the slash of a DOI: `10.1038`. */
export function isDoiPrefix(text: string): boolean {
  return DOI_PREFIX.test(text)
}

/** Whether a DOI is made for examples (10.5555, by which libraries also number what has no DOI). */
export function isExampleDoi(doi: string): boolean {
  return doi.startsWith('10.5555/')
}

/** A bare, lower-case DOI out of any usual form (`10.…`, `doi:10.…`, a doi.org link), or undefined. */
export function doiIn(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')
  const decoded = bare === text.trim() ? bare : decode(bare)
  return isDoi(decoded) ? decoded.toLowerCase() : undefined
}

/**
 * The key by which arXiv identifiers are compared, in lower case: a bare one without its version out of any usual form
 * (`2301.10140v2`, `arXiv:…`, an abs, pdf or html page of arxiv.org, the DOI that arXiv registers), or undefined.
 */
export function arxivKey(text: string): string | undefined {
  const trimmed = text.trim()
  const link =
    /^https?:\/\/(?:www\.|export\.|browse\.)?(?:arxiv\.org|ar5iv\.org|ar5iv\.labs\.arxiv\.org)\/(?:abs|pdf|html|format|ps)\/([^?#]+)/i
  const doi = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\.(.+)$/i
  const named = link.exec(trimmed)?.[1] ?? doi.exec(trimmed)?.[1] ?? trimmed.replace(/^arxiv:\s*/i, '')
  const bare = withoutEndSlashes(named).replace(/\.pdf$/i, '')
  return ARXIV.test(bare) ? bare.replace(/v\d+$/i, '').toLowerCase() : undefined
}

/**
 * The arXiv identifier in a text, in the form of the card schema: an archive in lower case, its subject in capitals,
 * and with its version, if it has one.
 */
export function arxivForm(text: string): string | undefined {
  // Citations have the category behind the number: `1706.03762 [cs.CL]`.
  const plain = text.trim().replace(/ ?\[[\w.-]{1,20}\]$/, '')
  const id = arxivKey(plain)
  if (id === undefined) return undefined
  const behind = plain.slice(plain.toLowerCase().lastIndexOf(id) + id.length)
  const version = /^v[1-9]\d{0,2}(?![\d])/i.exec(behind)?.[0].toLowerCase() ?? ''
  return id.replace(/\.[a-z]{2}(?=\/)/, subject => subject.toUpperCase()) + version
}

/** The same without its version: what a card has that means the paper and no version of it. */
export function arxivNumber(text: string): string | undefined {
  return arxivForm(text)?.replace(/v\d+$/, '')
}

const FORUM_HOSTS: ReadonlySet<string> = new Set([
  'lesswrong.com',
  'greaterwrong.com',
  'alignmentforum.org',
  'forum.effectivealtruism.org',
])

/** The id of a post on LessWrong, the Alignment Forum or the EA Forum, which mirror each other's posts. */
export function forumPostIn(text: string): string | undefined {
  const url = urlParts(text)
  if (!url || !FORUM_HOSTS.has(plainHost(url.hostname))) return undefined
  return /^\/(?:s\/[A-Za-z0-9]+\/p|posts)\/([A-Za-z0-9]{17})(?:\/|$)/.exec(url.pathname)?.[1]
}

/** What a URL has that gives the identifier of its source away: a host of arXiv's, DOIs or forums. */
const MAY_IDENTIFY = /arxiv|ar5iv|doi\.org|lesswrong|greaterwrong|alignmentforum|effectivealtruism/

/**
 * The key by which the source behind a URL, DOI or arXiv identifier is compared: two texts with one key name the
 * same source. `arxiv:…`, `doi:…` and `post:…` for what has an identifier, else the canonical URL.
 */
export function sourceKey(text: string): string {
  if (urlParts(text)?.isPlain === true && !MAY_IDENTIFY.test(text)) return canonicalUrl(text)
  const arxiv = arxivKey(text)
  if (arxiv !== undefined) return `arxiv:${arxiv}`
  const doi = doiIn(text)
  if (doi !== undefined) return `doi:${doi}`
  // A link to one comment of a post is not the post.
  const post = parseUrl(text)?.searchParams.has('commentId') ? undefined : forumPostIn(text)
  return post !== undefined ? `post:${post}` : canonicalUrl(text)
}

/** What identifies a source, as a card gives it. */
export interface Identifiers {
  readonly url?: string
  readonly doi?: string
  readonly arxiv?: string
  readonly isbn?: string
  readonly pmid?: string
  readonly also_at?: readonly string[]
  /** Tells the chapters of a book apart, which have its ISBN. */
  readonly title?: string
}

/**
 * Every key by which a card's source is known: two cards that share one are the same source. It is the one place that
 * says so, for whatever adds, imports, revives, moves, compares and checks cards.
 */
export function sourceKeys(fields: Identifiers): string[] {
  const { url, doi, arxiv, isbn, pmid, also_at } = fields
  // Most cards have an address and nothing else, for which no places need be made.
  const isAll =
    doi === undefined &&
    arxiv === undefined &&
    isbn === undefined &&
    pmid === undefined &&
    also_at === undefined
  if (isAll && url !== undefined) return [sourceKey(url)]
  const keys = placedSourceKeys(fields).map(([key]) => key)
  return keys.length < 2 ? keys : [...new Set(keys)]
}

/** The same keys, each with the place of the value that it is from. */
export function placedSourceKeys(fields: Identifiers): [key: string, pointer: Pointer][] {
  const { url, doi, arxiv, pmid, also_at = [] } = fields
  const keys: [string, Pointer][] = []
  if (url !== undefined) keys.push([sourceKey(url), ['url']])
  if (doi !== undefined) keys.push([sourceKey(doi), ['doi']])
  if (arxiv !== undefined) keys.push([sourceKey(arxiv && `arXiv:${arxiv}`), ['arxiv']])
  for (const [i, text] of also_at.entries()) keys.push([sourceKey(text), ['also_at', i]])
  if (pmid !== undefined) keys.push([`pmid:${pmid}`, ['pmid']])
  const book = bookKey(fields, keys.length === 0)
  return book === undefined ? keys : [...keys, [book, ['isbn']]]
}

/** The ISBN with the title: the chapters of a book share the one alone, which counts only where there is nothing else. */
function bookKey({ isbn, title = '' }: Identifiers, isAll: boolean): string | undefined {
  if (isbn === undefined) return undefined
  const words = foldedWords(title).join(' ')
  if (words !== '') return `${isbnKey(isbn)} ${words}`
  return isAll ? isbnKey(isbn) : undefined
}

/** The key by which ISBNs are compared. */
export function isbnKey(isbn: string): string {
  return `isbn:${isbn.replaceAll('-', '').toUpperCase()}`
}

/** What a card's stable ID is minted from: the canonical URL, else `doi:…`, else `arxiv:…`, else undefined. */
export function mintingIdentity(fields: Identifiers): string | undefined {
  if (fields.url !== undefined) return canonicalUrl(fields.url)
  if (fields.doi !== undefined) return `doi:${fields.doi.toLowerCase()}`
  if (fields.arxiv !== undefined) return `arxiv:${fields.arxiv.toLowerCase().replace(/v\d+$/, '')}`
  if (fields.isbn !== undefined) return isbnKey(fields.isbn)
  return fields.pmid === undefined ? undefined : `pmid:${fields.pmid}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/[?#].*$/s, ''))
  } catch {
    return text
  }
}
