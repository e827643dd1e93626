import type { Citation, Document } from './citation.ts'
import { writtenNames } from './find-references.ts'
import { shownText } from './shown-text.ts'
import { urlEnds } from './url-ends.ts'

type Place = Pick<Citation, 'start' | 'end'>

/**
 * Tells which names of a document are parts of what has that name elsewhere, too, and would lead nowhere with another:
 * an absolute URL, a file that is no page (`img/a.png`), an anchor (`<h1 id="a">`, `#a`, `\label{a}`), a link to
 * something else (`/posts/a`). What is written as a reference to a card is none of these but for a URL.
 */
export function inAddress(document: Document): (place: Place) => boolean {
  const { text, kind } = document
  const references = new Set<number>()
  for (const { start } of writtenNames(shownText(document), kind)) references.add(start)
  return place =>
    isInUrl(text, place, kind) ||
    (!references.has(place.start) &&
      (isInPath(text, place) || isAnchor(text, place.start, kind) || isTexName(text, place.start)))
}

/** So far back a URL, a path and a tag may have begun. */
const [LONGEST_URL, LONGEST_PATH, LONGEST_TAG] = [2048, 300, 1000]

/** A host, without its scheme: `example.org/`, and that of `//example.org/`. */
const HOST = /^(?:\/\/[^/]|(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?::\d{1,5})?\/)/i

function isInUrl(text: string, { start, end }: Place, kind: Document['kind']): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_URL), start)
  const colon = before.lastIndexOf('://')
  if (colon > 0 && !/[\s<>"`{}]/.test(before.slice(colon))) {
    const name = /[a-z][a-z0-9+.-]{0,20}$/i.exec(before.slice(Math.max(0, colon - 21), colon))
    const from = start - before.length + colon - (name?.[0].length ?? 0)
    if (name && Math.max(...urlEnds(text, from, kind).likely) >= end) return true
  }
  return HOST.test(text.slice(startOf(text, start), start))
}

/** What no path has in it, as it stands in a document. */
const PATH_SIGN = /[\s<>"'`{}()[\]|,;=]/

/** What follows a name in the same path, up to the ending. */
const REST = /[^\s<>"'`{}()[\]|,;:!?#]{0,300}/y

/** The endings of pages, and of cards; what is behind a dot that is none of these is a file of another kind. */
const PAGE = /\.(?:html?|mdx?|markdown|qmd|rmd|ya?ml|tex|php)$/i

function isInPath(text: string, { start, end }: Place): boolean {
  REST.lastIndex = end
  const rest = (REST.exec(text)?.[0] ?? '').replace(/[.*_~]{1,9}$/, '')
  const from = startOf(text, start)
  if (/\.[a-z][a-z0-9]{0,5}$/i.test(rest) && !PAGE.test(rest)) return true
  return text.slice(from, start).includes('/') && isLink(text, from)
}

/** Whether what stands at an offset is where a link leads to. */
function isLink(text: string, from: number): boolean {
  return /(?:["'<=]|\]\(|\]:[ \t]{0,9})$/.test(text.slice(Math.max(0, from - 12), from))
}

/** Attributes by which the parts of a page name themselves and each other. */
const NAMING =
  /\s(?:id|name|for|class|headers|list|form|usemap|aria-[a-z]{1,20})\s{0,9}=\s{0,9}(?:"[^"]*|'[^']*|[^\s"'=]*)$/i

/** Whether a name is that of an anchor, or leads to one: in `{#a}`, `](#a)`, `href="#a"`, and `id="a"` of an HTML element. */
function isAnchor(text: string, start: number, kind: Document['kind']): boolean {
  const from = startOf(text, start)
  if (text.slice(from, start).includes('#') && (isLink(text, from) || text[from - 1] === '{')) return true
  const before = text.slice(Math.max(0, start - LONGEST_TAG), start)
  const tag = before.slice(Math.max(before.lastIndexOf('<'), before.lastIndexOf('>')))
  // Of a component, which has a capital, it may be the name of a card.
  return (kind === 'html' ? /^<[a-z]/i : /^<[a-z]/).test(tag) && NAMING.test(tag)
}

/** Labels and files of LaTeX. */
const TEX_NAME =
  /\\(?:label|ref|eqref|pageref|autoref|[cC]ref|nameref|vref|hyperref|hypertarget|hyperlink|includegraphics|input|include|bibliography|addbibresource)\*?\s{0,9}(?:\[[^\][]{0,300}\]\s{0,9})?\{[^{}]*$/

function isTexName(text: string, start: number): boolean {
  return TEX_NAME.test(text.slice(Math.max(0, start - LONGEST_TAG), start))
}

/** Where the path begins, as far as paths go, that goes on at an offset. */
function startOf(text: string, end: number): number {
  const least = Math.max(0, end - LONGEST_PATH)
  let start = end
  while (start > least && !PATH_SIGN.test(text.charAt(start - 1))) start--
  return start
}
