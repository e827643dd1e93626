import { CardsError } from '../model/errors.ts'
import type { Span } from './query.ts'

/** A query text, and the saved filter that it is, when it is one. */
export interface QuerySource {
  readonly text: string
  readonly filter?: string
}

/** How much of a long query is shown before the place of an error, and from there on, in characters. */
const BEFORE = 60
const AFTER = 50

/**
 * The error for a mistake in a query: what is wrong, the query on one line, and carets under the place.
 * @param span where the mistake is; an empty one gets one caret
 */
export function queryError(source: QuerySource, span: Span, message: string, hint?: string): CardsError {
  const where = source.filter === undefined ? '' : ` (in the saved filter @${source.filter})`
  const before = [...inert(source.text.slice(0, span.start))]
  const place = [...inert(source.text.slice(span.start, span.end))]
  const after = [...inert(source.text.slice(span.end))]
  const head = cutStart(before, BEFORE)
  const marked = cutEnd(place, AFTER)
  const tail = place.length > AFTER ? '' : cutEnd(after, AFTER - place.length)
  const caret = '^'.repeat(Math.max(1, blank(marked).length))
  const lines = [`${message}${where}`, `  ${head}${marked}${tail}`, `  ${blank(head)}${caret}`]
  return new CardsError('usage', lines.map(line => line.trimEnd()).join('\n'), hint && inert(hint))
}

/** A piece of a query as a message quotes it: harmless, and not long. */
export function quoted(text: string): string {
  return `"${cutEnd([...inert(text)], AFTER)}"`
}

/** White space as spaces; what could drive a terminal, or reorder or hide its text, as `?`. */
function inert(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?')
}

/** As many spaces as a text takes columns: two for what is East Asian or an emoji, none for combining marks. */
function blank(text: string): string {
  return text
    .replace(/[\p{M}\u200d]/gu, '')
    .replace(
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{10000}-\u{10ffff}]/gu,
      '  ',
    )
    .replace(/\S/g, ' ')
}

function cutStart(characters: string[], length: number): string {
  return characters.length <= length ? characters.join('') : `…${characters.slice(-length).join('')}`
}

function cutEnd(characters: string[], length: number): string {
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('')}…`
}
