import type { Document } from './citation.ts'

/**
 * A stretch without a space up to where another URL begins (which commas and brackets part as well). Longer URLs are no
 * links: what is behind so many characters is not read as a part of one.
 */
const RUN = /(?:(?![,;)\]'*]\(?https?:\/\/)(?:[^\s\p{Cc}<>"`\\^{}|]|\\[!-/:-@[-`|~]|\\[{}])){0,2048}/iuy
const TEX_RUN =
  /(?:(?![,;)\]'*]\(?https?:\/\/)(?:[^\s\p{Cc}<>"`\\^{}|]|\\[_%&#~$^-](?:\{\})?|\\textasciitilde(?:\{\})?)){0,2048}/iuy

/** Signs after a URL that belong to the sentence, to markup or to a quotation. */
const TRAILING = /(?:[.,;:!?'*_~)\]\\]|&(?:quot|gt|lt|apos|#\d{1,4});|[\p{Pf}\p{Pe}…。，、！？：；])+$/u

/** Punctuation of other scripts, after which no space stands, and their words. */
const OTHER_SIGN = /[\p{Pf}\p{Pe}…。，、！？：；](?<![)\]}])/u
const OTHER_WORD = /(?<=[A-Za-z0-9])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/**
 * The angle brackets in the DOI of an article that was named by its SICI, and what follows them: signs that no other
 * URL has. (ANSI/NISO Z39.56)
 */
const SICI = /<[\w:.+-]{1,40}>\d\.\d\.[A-Z]{2};\d-[\w#]/iy

/** Where what starts as a URL may end. */
export interface UrlEnds {
  /** The ends that may be meant, the likeliest first. */
  readonly likely: readonly number[]
  /** Where the stretch without a space ends. */
  readonly last: number
}

/** Where a URL, or a DOI, may end that starts at an offset: markup, brackets and prose put signs behind it. */
export function urlEnds(text: string, start: number, kind: Document['kind']): UrlEnds {
  const pattern = kind === 'latex' ? TEX_RUN : RUN
  pattern.lastIndex = start
  const run = pattern.exec(text)?.[0] ?? ''
  const balanced = run.slice(0, closedAt(run))
  const quoted = text[start - 1] === "'" ? cut(balanced, /'/) : balanced
  const plain = cut(cut(quoted, /&(?:quot|gt|lt|apos|#39);/), OTHER_SIGN)
  const lengths = [plain, balanced, cut(plain, OTHER_WORD)].flatMap(part => [
    withoutTrailing(part).length,
    part.length,
  ])
  const last = start + run.length
  SICI.lastIndex = last
  const whole = SICI.test(text) ? [SICI.lastIndex] : []
  return { likely: [...whole, ...[...new Set(lengths)].map(length => start + length)], last }
}

/** A text up to where a pattern first matches. */
function cut(text: string, pattern: RegExp): string {
  const end = text.search(pattern)
  return end < 0 ? text : text.slice(0, end)
}

/** Where a closing bracket has no opening one: the brackets around a URL are none of its own. */
function closedAt(run: string): number {
  let [round, square] = [0, 0]
  for (let i = 0; i < run.length; i++) {
    const sign = run[i]
    if (sign === '(') round++
    else if (sign === '[') square++
    else if ((sign === ')' && --round < 0) || (sign === ']' && --square < 0)) return i
  }
  return run.length
}

function withoutTrailing(run: string): string {
  // From the end, as a search from the start would look from each sign on.
  const tail = run.slice(-40)
  return run.slice(0, run.length - tail.length) + tail.replace(TRAILING, '')
}
