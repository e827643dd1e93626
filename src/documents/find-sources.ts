import type { Citation, CitationForm, Document } from './citation.ts'
import type { CitationIndex } from './citation-index.ts'
import { plainUrl } from './plain-url.ts'
import { urlEnds } from './url-ends.ts'

/** Where a URL may start; the scheme is often left out of these, and in links of any, as `//example.org/`. */
const URL_START =
  /https?:\/\/|(?<=["'(<={]|\]:[ \t])\/\/(?=[\w-]{1,63}\.)|(?<![\w./@:-])(?:www\.|arxiv\.org\/|(?:dx\.)?doi\.org\/)/gi

const DOI_START = /(?<![A-Za-z0-9.])10\.\d{4,9}(?:\.\d+){0,9}\//g

const ARXIV =
  /(?<![A-Za-z0-9])arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?![A-Za-z0-9])/gi

/** The URLs, DOIs and arXiv identifiers of cards that stand in a text. */
export function* findSources(text: string, kind: Document['kind'], index: CitationIndex): Iterable<Citation> {
  yield* startingWith(URL_START, 'url', text, kind, index)
  yield* startingWith(DOI_START, 'doi', text, kind, index)
  for (const { 0: name, index: start } of text.matchAll(ARXIV)) {
    const target = index.source(name)
    if (target) yield { start, end: start + name.length, text: name, form: 'arxiv', target }
  }
}

function* startingWith(
  pattern: RegExp,
  form: CitationForm,
  text: string,
  kind: Document['kind'],
  index: CitationIndex,
): Iterable<Citation> {
  const starts = new RegExp(pattern)
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const ends = urlEnds(text, match.index, kind)
    const found =
      citationAt(text, match.index, ends.likely, kind, form, index) ??
      withinUrl(text, match.index, ends.likely, kind, index)
    if (found) yield found
    starts.lastIndex = Math.max(found?.end ?? ends.last, starts.lastIndex)
  }
}

/** Archives and redirects have the URL of a source at the end of their own. */
function withinUrl(
  text: string,
  start: number,
  ends: readonly number[],
  kind: Document['kind'],
  index: CitationIndex,
): Citation | undefined {
  const whole = text.slice(start, Math.max(...ends))
  const inner = Math.max(whole.lastIndexOf('http://'), whole.lastIndexOf('https://'))
  return inner <= 0 ? undefined : citationAt(text, start + inner, ends, kind, 'url', index)
}

/** The likeliest of what may be meant that is known. */
function citationAt(
  text: string,
  start: number,
  ends: readonly number[],
  kind: Document['kind'],
  form: CitationForm,
  index: CitationIndex,
): Citation | undefined {
  for (const end of ends) {
    if (end <= start) continue
    const name = text.slice(start, end)
    for (const url of plainUrl(name, kind)) {
      const target = index.source(form === 'url' ? withScheme(url) : percentDecoded(url))
      if (target) return { start, end, text: name, form, target }
    }
  }
  return undefined
}

function withScheme(url: string): string {
  if (/^https?:/i.test(url)) return url
  return url.startsWith('//') ? `https:${url}` : `https://${url}`
}

/** A DOI as it is: it may have been copied out of a URL. */
function percentDecoded(doi: string): string {
  try {
    return decodeURIComponent(doi)
  } catch {
    return doi
  }
}
