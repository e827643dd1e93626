import { urlParts } from '../../../model/url-parts.ts'

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
])

/** Ends of titles that have a full stop of their own: `Palantir_Technologies_Inc.`, `Washington,_D.C.`. */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{L}|inc|ltd|corp|co|llc|jr|sr|st|dr|mr|mrs|ms|prof|bros|no|vol|etc|al)\.$/iu

/** On these hosts a page has the name of its subject, with all its punctuation. */
const WIKI = /(?:^|\.)(?:wikipedia|wiktionary|wikisource|wikiquote|wikidata|wikimedia|fandom)\.(?:org|com)$/

/**
 * Why a URL looks cut off, or copied together with what stood behind it; undefined when it does not.
 * What it says goes on after the URL.
 */
export function truncation(text: string): string | undefined {
  const url = urlParts(text)
  if (!url) return undefined
  // A text fragment quotes the page, so anything may stand in it. (https://wicg.github.io/scroll-to-text-fragment/)
  const whole = readable(text.trim().replace(/#?:~:.*$/s, ''))
  const tail = whole.replace(/^https?:\/\/[^/?#]*/i, '')
  const bracket = unbalanced(tail)
  if (bracket !== undefined) return `has a \`${bracket}\` without its counterpart, as if it had been cut off`
  if (/%[0-9A-Fa-f]?$/.test(tail)) return 'ends within a character that is written as `%` and two digits'
  const mark = /(?:[,;:"'<>*`…\\]|\.)$/.exec(tail)?.[0]
  if (mark === undefined) return undefined
  if (mark === '.' && ABBREVIATION.test(tail.slice(-16))) return undefined
  return /["'.]/.test(mark) && WIKI.test(url.hostname) ? undefined : `ends with \`${mark}\``
}

/** The first bracket that has no counterpart. */
function unbalanced(text: string): string | undefined {
  const open: string[] = []
  for (const character of text) {
    if (character === '(' || character === '[') open.push(character)
    else if (PAIRS.has(character) && open.pop() !== PAIRS.get(character)) return character
  }
  return open[0]
}

/** Brackets and punctuation may be written as percent escapes. */
function readable(text: string): string {
  return text.replace(/%(?:28|29|5[BbDd]|2[Cc]|3[Bb])/g, decodeURIComponent)
}
