import { decodedEntities } from './entity.ts'
import { markdownEntity } from './markdown-entity.ts'

/** What follows the text of a link, and the offset after it. */
export interface LinkTarget {
  url: string
  end: number
}

// As long as anyone's URL: a search for the end of a target must not cross a hostile text again and again.
const LONGEST = 4096

/**
 * Reads `(url "title")` at an offset, where `url` may stand in `<>` or have balanced parentheses (CommonMark 0.31
 * § 6.3); undefined when there is no such thing.
 */
export function linkTargetAt(text: string, offset: number): LinkTarget | undefined {
  if (text[offset] !== '(') return undefined
  const start = after(/\s*/y, text, offset + 1)
  const isAngled = text[start] === '<'
  const end = isAngled ? after(/<(?:[^<>\\\n]|\\.){0,4096}>/y, text, start) : endOfBareUrl(text, start)
  if (isAngled && end === start) return undefined
  const url = isAngled ? text.slice(start + 1, end - 1) : text.slice(start, end)
  const beforeTitle = after(/\s+/y, text, end)
  const title = /"(?:[^"\\]|\\.){0,4096}"|'(?:[^'\\]|\\.){0,4096}'|\((?:[^()\\]|\\.){0,4096}\)/y
  const close = after(/\s*/y, text, beforeTitle > end ? after(title, text, beforeTitle) : end)
  if (text[close] !== ')') return undefined
  return { url: decodedEntities(url.replace(/\\([!-/:-@[-`{-~])/g, '$1'), markdownEntity), end: close + 1 }
}

/** The offset after what a sticky expression matches; the same when it does not. */
function after(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset
  return expression.test(text) ? expression.lastIndex : offset
}

function endOfBareUrl(text: string, start: number): number {
  let depth = 0
  let end = start
  for (; end < text.length && end - start < LONGEST; end++) {
    const character = text[end] ?? ''
    if (character <= ' ' || (character === ')' && depth === 0)) break
    if (character === '\\') end++
    else if (character === '(' && ++depth > 32) break
    else if (character === ')') depth--
  }
  return Math.min(end, text.length)
}

/** The URL of a text that has one at an offset, without the punctuation of the sentence after it. */
export function bareUrlAt(text: string, offset: number): string | undefined {
  const expression =
    /https?:\/\/[^\s<>"`[\]{}|\\^\u2018-\u201f\u2026\u3000-\u3030\uff00-\uff0f\uff1a-\uff20]{1,4096}/iy
  expression.lastIndex = offset
  const match = expression.exec(text)?.[0]
  if (match === undefined) return undefined
  let surplus = (match.match(/\)/g)?.length ?? 0) - (match.match(/\(/g)?.length ?? 0)
  let end = match.length
  for (; end > 0; end--) {
    const last = match[end - 1] ?? ''
    if (last === ')' ? surplus-- <= 0 : !"?!.,:;*_~'&".includes(last)) break
  }
  return end > match.indexOf('//') + 2 ? match.slice(0, end) : undefined
}
