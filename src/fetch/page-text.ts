import { HARMFUL } from '../model/json-text.ts'
import { plainLine, plainParagraphs } from '../notation/csl/plain-text.ts'

/** A value of a page as text on one line: without markup, controls, and what reorders or hides text; NFC. */
export function lineOf(value: string): string {
  return plainLine(withoutHarm(value))
}

/** The same with its paragraphs; a blank line parts them. */
export function paragraphsOf(value: string): string {
  return plainParagraphs(withoutHarm(value))
}

/** Soft hyphens, and marks of where a line may or may not break: for a layout, not for a title. */
const INVISIBLE = /[\xad\u200b\u2060]/g

/** A tag that nothing closes is no markup but what the text is about: `How the <p> element works`. */
function withoutHarm(value: string): string {
  const text = value
    .replace(/[\u2028\u2029\x85]/g, '\n')
    .replace(HARMFUL, '')
    .replace(INVISIBLE, '')
  return /<\/[a-z]/i.test(text) ? text : text.replaceAll('<', '&lt;')
}
